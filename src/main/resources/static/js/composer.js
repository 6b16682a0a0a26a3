// The input line: Enter sends, Shift+Enter breaks the line, an input method keeps its Enter.

import { $, button } from "./dom.js";
import { t } from "./strings.js";

const ACTIONS = [
  ["menuStatus", "cmd:status"],
  ["menuList", "cmd:list"],
  ["menuNew", "cmd:new"],
  ["menuObjection", "cmd:objection"],
  ["menuHurry", "cmd:hurry"],
  ["menuUndo", "cmd:undo"],
  ["menuDone", "cmd:done"],
  ["menuHelp", "cmd:help"],
];

const TALLEST = 140;

export class Composer {
  /** @param events typed(text), tapped({label, data}), drafted(text) */
  constructor(events) {
    this.events = events;
    this.text = $("text");
    $("composer").addEventListener("submit", (e) => {
      e.preventDefault();
      this.submit();
    });
    this.text.addEventListener("keydown", (e) => {
      // Safari ends the composition before it reports the key; 229 tells it was the input method's.
      const composing = e.isComposing || e.keyCode === 229;
      if (e.key === "Enter" && !e.shiftKey && !composing) {
        e.preventDefault();
        this.submit();
      }
    });
    this.text.addEventListener("input", () => {
      this.fit();
      events.drafted(this.text.value);
    });
    $("menu-toggle").addEventListener("click", () => this.toggleMenu($("menu").hidden));
    document.addEventListener("click", (e) => {
      if (!$("menu").hidden && !e.target.closest("#menu, #menu-toggle")) this.toggleMenu(false);
    });
    document.addEventListener("keydown", (e) => {
      if (e.key === "Escape") this.toggleMenu(false);
    });
  }

  /** Puts a text into the line. */
  fill(text) {
    this.text.value = text;
    this.fit();
  }

  focus() {
    this.text.focus();
  }

  submit() {
    const text = this.text.value.trim();
    if (text === "") return;
    this.fill("");
    this.events.drafted("");
    this.events.typed(text);
  }

  fit() {
    const { style } = this.text;
    style.height = "auto";
    const needed = this.text.scrollHeight + this.text.offsetHeight - this.text.clientHeight;
    style.height = `${Math.min(needed, TALLEST)}px`;
    style.overflowY = needed > TALLEST ? "auto" : "hidden";
    $("send").disabled = this.text.value.trim() === "";
  }

  toggleMenu(open) {
    const menu = $("menu");
    if (open) {
      menu.replaceChildren(
        ...ACTIONS.map(([key, data]) =>
          button("menu-item", t(key), () => {
            this.toggleMenu(false);
            this.events.tapped({ label: t(key), data });
          }),
        ),
      );
    }
    menu.hidden = !open;
    $("menu-toggle").setAttribute("aria-expanded", `${open}`);
    if (open) menu.firstChild.focus();
  }
}
