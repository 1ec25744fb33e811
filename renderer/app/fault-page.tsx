import { Button } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StandalonePage } from '../ui/standalone-page.js';

/** A fault in the program: what is safe, and the two ways on. The words of the fault itself could name people: not shown. */
export function FaultPage({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  return (
    <StandalonePage
      title={t('shell.faultTitle')}
      actions={
        <>
          <Button
            variant="filled"
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('shell.faultReload')}
          </Button>
          <Button
            onClick={() => {
              window.location.hash = '#/';
              window.location.reload();
            }}
          >
            {t('shell.faultHome')}
          </Button>
        </>
      }
    >
      <p>{t('shell.faultText')}</p>
      <p>
        <code>{name}</code>
      </p>
    </StandalonePage>
  );
}

interface FaultBoundaryProps {
  readonly children: ReactNode;
  readonly onFault?: (error: unknown, info: ErrorInfo) => void;
}

/** Catches what no page caught. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly name: string | null }> {
  override state: { readonly name: string | null } = { name: null };

  static getDerivedStateFromError(error: unknown): { readonly name: string } {
    return { name: faultName(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onFault?.(error, info);
  }

  override render(): ReactNode {
    return this.state.name === null ? this.props.children : <FaultPage name={this.state.name} />;
  }
}

/** The kind of a fault, without its message. */
export function faultName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
