import { useEffect, useRef } from 'react';
import UPlot from 'uplot';
import styles from './Charts.module.css';

/** Everything about a drawing but its size and its data. */
export type PlotOptions = Omit<UPlot.Options, 'width' | 'height'>;

/**
 * uPlot as a part of a page. New `options` make a new drawing, new data and sizes only draw again:
 * keep `options` the same for as long as they mean the same.
 */
export function UPlotCanvas(props: {
  options: PlotOptions;
  data: UPlot.AlignedData;
  /** CSS pixels. */
  width: number;
  height: number;
  /** Told of each new drawing, and of none when it ends. */
  onPlot?(plot: UPlot | undefined): void;
}) {
  const { options, data, width, height, onPlot } = props;
  const room = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot>();
  const latest = useRef({ data, width, height });
  const drawn = useRef<UPlot.AlignedData>();
  latest.current = { data, width, height };

  useEffect(() => {
    if (!room.current) return undefined;
    const { data: first, ...size } = latest.current;
    const made = new UPlot({ ...options, ...size }, first, room.current);
    plot.current = made;
    drawn.current = first;
    onPlot?.(made);
    return () => {
      onPlot?.(undefined);
      plot.current = undefined;
      made.destroy();
    };
  }, [options, onPlot]);

  useEffect(() => {
    const { current } = plot;
    if (!current) return;
    if (current.width !== width || current.height !== height) {
      current.setSize({ width, height });
    }
  }, [width, height]);

  useEffect(() => {
    if (!plot.current || drawn.current === data) return;
    drawn.current = data;
    plot.current.setData(data);
  }, [data]);

  return <div ref={room} className={styles.canvas} />;
}
