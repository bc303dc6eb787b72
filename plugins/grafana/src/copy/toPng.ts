/** Sharp on screens of twice the density, and where it is pasted. */
const PIXEL_RATIO = 2;

/** Room around it. */
const MARGIN_PX = 12;

/** The page's ground, which a transparent panel lies on. */
const ground = () => getComputedStyle(document.body).backgroundColor;

/** Parts marked `data-copy="no"`, such as the menu, are left out. */
const isCopied = (node: HTMLElement) => node.dataset?.copy !== 'no';

/** A panel as it is seen, canvas, SVG and HTML alike. Throws where the browser can't draw it. */
export async function toPng(element: HTMLElement): Promise<Blob> {
  const { toBlob } = await import('html-to-image');
  const { offsetWidth: width, offsetHeight: height } = element;
  const blob = await toBlob(element, {
    width: width + 2 * MARGIN_PX,
    height: height + 2 * MARGIN_PX,
    style: {
      boxSizing: 'content-box',
      width: `${width}px`,
      height: `${height}px`,
      padding: `${MARGIN_PX}px`,
    },
    backgroundColor: ground(),
    pixelRatio: PIXEL_RATIO,
    skipFonts: true,
    filter: isCopied,
  });
  if (!blob) throw new Error('The browser could not draw the panel');
  return blob;
}
