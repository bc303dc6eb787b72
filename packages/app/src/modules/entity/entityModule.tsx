import {
  coreExtensionData,
  createExtensionInput,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  EntityCardBlueprint,
  EntityContentLayoutBlueprint,
  EntityContentLayoutProps,
  EntityHeaderLayoutBlueprint,
  EntityHeaderLayoutProps,
} from '@backstage/plugin-catalog-react/alpha';
import { keyed } from '../frame/keyed';

const elements = () => createExtensionInput([coreExtensionData.reactElement]);

/** `entity-card:catalog/template-steps`: what a template does, step by step. */
const templateSteps = EntityCardBlueprint.make({
  name: 'template-steps',
  params: {
    filter: { kind: 'template' },
    loader: () =>
      import('./TemplateStepsCard').then(m => <m.TemplateStepsCard />),
  },
});

/** The page brings its own header; the plugin's "Catalog" above it would say less. */
const entityPage = catalogPlugin
  .getExtension('page:catalog/entity')
  .override({ params: { noHeader: true } });

/**
 * `entity-header-layout:catalog`. Plugins attach elements to its inputs
 * `badges`, `freshness`, `actions`, `facts` and `links`.
 */
const entityHeader = EntityHeaderLayoutBlueprint.makeWithOverrides({
  inputs: {
    badges: elements(),
    freshness: elements(),
    actions: elements(),
    facts: elements(),
    links: elements(),
  },
  factory(originalFactory, { inputs }) {
    const of = (name: keyof typeof inputs) => inputs[name].map(keyed);
    const slots = {
      badges: of('badges'),
      freshness: of('freshness'),
      actions: of('actions'),
      facts: of('facts'),
      links: of('links'),
    };
    return originalFactory({
      loader: async () => {
        const { EntityHeader } = await import('./EntityHeader');
        return (props: EntityHeaderLayoutProps) => (
          <EntityHeader {...props} slots={slots} />
        );
      },
    });
  },
});

/**
 * `entity-content-layout:catalog`. Plugins attach what belongs above all cards
 * (the verdict, the row of figures) to its input `top`.
 */
const entityOverview = EntityContentLayoutBlueprint.makeWithOverrides({
  inputs: { top: elements() },
  factory(originalFactory, { inputs }) {
    const top = inputs.top.map(keyed);
    return originalFactory({
      loader: async () => {
        const { EntityOverview } = await import('./EntityOverview');
        return (props: EntityContentLayoutProps) => (
          <EntityOverview {...props} top={top} />
        );
      },
    });
  },
});

/** `entity-card:catalog/dependencies`, for every kind but templates. */
const relationsCard = EntityCardBlueprint.make({
  name: 'dependencies',
  params: {
    filter: { $not: { kind: 'template' } },
    loader: () => import('./RelationsCard').then(m => <m.RelationsCard />),
  },
});

/** The frame of the entity page: header, tabs, overview grid, relations. */
export const entityModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    entityPage,
    entityHeader,
    entityOverview,
    relationsCard,
    templateSteps,
  ],
});
