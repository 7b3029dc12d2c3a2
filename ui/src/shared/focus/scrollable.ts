// A box that scrolls must be reachable by keyboard, and one that does not must not be a stop on the way. For
// `{@attach scrollable}`.
export function scrollable(box: HTMLElement): () => void {
  const look = () => {
    const scrolls = box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
    if (scrolls) box.tabIndex = 0;
    else if (box !== document.activeElement) box.removeAttribute('tabindex');
  };
  const sizes = new ResizeObserver(look);
  const contents = new MutationObserver(look);
  sizes.observe(box);
  contents.observe(box, { childList: true, subtree: true });
  look();
  return () => {
    sizes.disconnect();
    contents.disconnect();
  };
}
