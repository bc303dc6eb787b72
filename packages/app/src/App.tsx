import { createApp } from '@backstage/frontend-defaults';
import argoCdPlugin from '@roadiehq/backstage-plugin-argo-cd/alpha';
import { catalogModule } from './modules/catalog/catalogModule';
import { createModule } from './modules/create/createModule';
import { docsModule } from './modules/docs/docsModule';
import { entityModule } from './modules/entity/entityModule';
import { frameModule } from './modules/frame/frameModule';
import { homeModule } from './modules/home/homeModule';
import { kubernetesModule } from './modules/kubernetes/kubernetesModule';
import { navModule } from './modules/nav/navModule';
import { organisationModule } from './modules/organisation/organisationModule';
import {
  apiDocsPageModule,
  graphPageModule,
  importPageModule,
  wordingModule,
} from './modules/pages/stockPages';
import { signInModule } from './modules/signIn/signInModule';
import { statesModule } from './modules/states/statesModule';
import { themeModule } from './theme/themeModule';

/**
 * The portal. Plugins are discovered (`app.packages: all`); listed here is what
 * only the app brings, and the Argo CD plugin, whose new frontend system entry
 * is not its package's default.
 */
export default createApp({
  features: [
    themeModule,
    frameModule,
    navModule,
    signInModule,
    statesModule,
    homeModule,
    entityModule,
    organisationModule,
    catalogModule,
    apiDocsPageModule,
    graphPageModule,
    importPageModule,
    createModule,
    docsModule,
    kubernetesModule,
    wordingModule,
    argoCdPlugin,
  ],
});
