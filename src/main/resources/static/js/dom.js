// Elements without HTML text: what people typed is never read as markup.

export const $ = (id) => document.getElementById(id);

/** An element with a class and children; strings become text. */
export function el(tag, className = "", ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

export function button(className, label, onTap) {
  const element = el("button", className, label);
  element.type = "button";
  element.addEventListener("click", onTap);
  return element;
}

/** A button that copies what the function gives, and says so for a moment. */
export function copyButton(className, labels, text) {
  const element = button(className, labels.copy, async () => {
    await copy(text());
    element.textContent = labels.copied;
    setTimeout(() => (element.textContent = labels.copy), 1600);
  });
  return element;
}

async function copy(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = el("textarea", "offscreen");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

/** A new random id; randomUUID is missing where the page is served without TLS. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
}
