export { Html, html } from './html';
export { renderPage, sendPage } from './renderPage';
