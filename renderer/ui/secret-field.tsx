import { PasswordInput, type PasswordInputProps } from '@mantine/core';

interface SecretFieldProps extends Omit<PasswordInputProps, 'autoComplete' | 'visibilityToggleButtonProps'> {
  /** What the button says that shows it. */
  readonly show: string;
  /** Said where one is stored already and an empty field keeps it; null where none is. */
  readonly kept: string | null;
}

/** A password, token or header of an account: never filled in by the browser, never shown again once it is stored. */
export function SecretField({ show, kept, ...rest }: SecretFieldProps) {
  return (
    <PasswordInput
      description={kept}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': show }}
      {...rest}
    />
  );
}
