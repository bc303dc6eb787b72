import { createApp } from '@backstage/frontend-defaults';
import argoCdPlugin from '@roadiehq/backstage-plugin-argo-cd/alpha';
import { frameModule } from './modules/frame/frameModule';
import { navModule } from './modules/nav/navModule';
import { signInModule } from './modules/signIn/signInModule';
import { statesModule } from './modules/states/statesModule';
import { themeModule } from './theme/themeModule';

/** The portal. Plugins are discovered (`app.packages: all`); listed here is what only the app brings. */
export default createApp({
  features: [
    themeModule,
    frameModule,
    navModule,
    signInModule,
    statesModule,
    argoCdPlugin,
  ],
});
