import { ActionIcon, Anchor, Button, type ActionIconProps, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink, type LinkProps } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

/** The address of a page that needs no id. */
export type PageAddress = NonNullable<LinkProps['to']>;

type Anchored<Props> = Props & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props>;
interface WithRef {
  readonly ref?: Ref<HTMLAnchorElement>;
}

function ButtonAnchor(props: Anchored<ButtonProps> & WithRef) {
  return <Button component="a" {...props} />;
}

function ActionIconAnchor(props: Anchored<ActionIconProps> & WithRef) {
  return <ActionIcon component="a" {...props} />;
}

function TextAnchor(props: Anchored<AnchorProps> & WithRef) {
  return <Anchor component="a" {...props} />;
}

/** A link of the router that looks like a button: it goes somewhere, so it is a link. */
export const ButtonLink = createLink(ButtonAnchor);
/** A link with an icon only; give it an `aria-label`. */
export const ActionIconLink = createLink(ActionIconAnchor);
/** A link in words. */
export const TextLink = createLink(TextAnchor);
