import { ReactNode } from 'react';
import { Figures, Freshness, RowColumns, Section } from '@portico/ui';
import { usePerson } from '../nav/usePerson';
import { greeting } from './greeting';
import styles from './Home.module.css';
import { MyServices } from './MyServices';
import { MyTasks } from './MyTasks';
import { RecentlyVisited } from './RecentlyVisited';
import { Starred } from './Starred';
import { StartSomething } from './StartSomething';

/** What later plugins put onto the home page. */
export interface HomeSlots {
  /** First at the left: rows (`<li>`) of what waits for the viewer; without any there is no section. */
  needsYou: ReactNode[];
  /** Columns of "My services", e.g. with their health and cost. */
  columns: RowColumns[];
  /** Figures under the services, four in a row. */
  figures: ReactNode[];
  /** Further sections at the left and at the right. */
  main: ReactNode[];
  side: ReactNode[];
}

/** The home page: what is mine at the left, what I can start and did at the right. */
export function HomePage(props: { slots: HomeSlots }) {
  const { slots } = props;
  const person = usePerson();
  const now = new Date();
  const day = now.toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return (
    <div className={styles.page}>
      <div className={styles.hello}>
        <h1>{greeting(now, person?.firstName)}</h1>
        <Freshness at={now} prefix={`${day},`} />
      </div>
      <div className={styles.grid}>
        <div className={styles.main}>
          {slots.needsYou.length > 0 && (
            <div className={styles.needs}>
              <Section title="Needs you">
                <ul>{slots.needsYou}</ul>
              </Section>
            </div>
          )}
          <MyServices plugins={slots.columns} />
          {slots.figures.length > 0 && <Figures>{slots.figures}</Figures>}
          {slots.main}
        </div>
        <div className={styles.side}>
          <StartSomething />
          <MyTasks />
          <RecentlyVisited />
          <Starred />
          {slots.side}
        </div>
      </div>
    </div>
  );
}
