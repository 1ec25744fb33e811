import classes from './report.module.css';

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  /** Of those that are on their way: drawn as an outline behind the bar. */
  readonly ahead?: number;
  /** The figure in words, as it stands at the bar's end. */
  readonly figure: string;
}

interface BarPlotProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** What a full bar stands for; at least the longest bar. */
  readonly full: number;
}

const HEIGHT = 14;

/** Lengths to be compared at a glance. Every bar has its figure beside it, so that neither colour nor length is needed. */
export function BarPlot({ title, bars, full }: BarPlotProps) {
  const part = (count: number): string => `${(100 * count) / Math.max(1, full)}%`;
  return (
    <figure className={classes['plot']} aria-label={title}>
      <figcaption>{title}</figcaption>
      <ul>
        {bars.map(({ key, name, count, ahead = 0, figure }) => (
          <li key={key}>
            <span>{name}</span>
            <svg width="100%" height={HEIGHT} aria-hidden="true">
              <rect className={classes['track']} width="100%" height={HEIGHT} rx="2" />
              {ahead === 0 ? null : (
                <rect
                  className={classes['ahead']}
                  x="0.5"
                  y="0.5"
                  width={part(count + ahead)}
                  height={HEIGHT - 1}
                  rx="2"
                />
              )}
              <rect className={classes['length']} width={part(count)} height={HEIGHT} rx="2" />
            </svg>
            <b>{figure}</b>
          </li>
        ))}
      </ul>
    </figure>
  );
}
