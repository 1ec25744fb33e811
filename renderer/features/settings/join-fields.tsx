import { TextInput, type MantineSize } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldError } from '../../ui/field-error.js';
import { WideField } from '../../ui/form-page.js';
import classes from './server-section.module.css';
import type { Joining } from './use-join.js';

interface JoinFieldsProps {
  readonly of: Joining;
  readonly size?: MantineSize;
}

/** What an invitation says, and how this laptop is to be called. */
export function JoinFields({ of: { field, isLink }, size = 'sm' }: JoinFieldsProps) {
  const { t } = useTranslation();
  const { key: serverKey, ...server } = field('server');
  const { key: codeKey, ...code } = field('code');
  const { key: laptopKey, ...laptop } = field('laptop');
  return (
    <>
      <WideField>
        <TextInput
          size={size}
          label={t('sync.address')}
          description={t('sync.addressHint')}
          maxLength={400}
          data-autofocus
          key={serverKey}
          {...server}
        />
      </WideField>
      {isLink ? null : <TextInput size={size} label={t('sync.code')} maxLength={40} key={codeKey} {...code} />}
      <TextInput
        size={size}
        label={t('sync.laptopName')}
        description={t('sync.laptopNameHint')}
        maxLength={100}
        key={laptopKey}
        {...laptop}
      />
    </>
  );
}

/** Why what a form was to do failed, in words. */
export function FormFailure({ words }: { readonly words: string | null }) {
  return words === null ? null : (
    <div role="alert" className={classes['failure']}>
      <FieldError>{words}</FieldError>
    </div>
  );
}

/** For whose answer joining waits, once it takes long; read out when it is said. */
export function JoinWait({ words }: { readonly words: string | null }) {
  return (
    <p role="status" className={classes['waiting']}>
      {words}
    </p>
  );
}
