// The record beside the chat: on a wide screen a column, on a phone a strip that opens a sheet.

import { $, copyButton, el } from "./dom.js";
import { language, t } from "./strings.js";

const WIDE = matchMedia("(min-width: 900px)");

const STATES = {
  unclear: "stateUnclear",
  skipped: "stateSkipped",
  refused: "stateRefused",
  unknown: "stateUnknown",
  parked: "stateParked",
};

export class RecordPanel {
  constructor() {
    this.shown = null;
    this.shownIn = "";
    this.asks = null;
    this.panel = $("record");
    $("strip").addEventListener("click", () => this.open());
    $("record-close").addEventListener("click", () => this.close());
    $("shade").addEventListener("click", () => this.close());
    document.addEventListener("keydown", (e) => {
      if (e.key === "Escape" && this.isSheet()) this.close();
    });
    WIDE.addEventListener("change", () => this.settle());
    this.settle();
  }

  /** Shows a record, or null for none; what was told since the last one lights up. */
  show(record) {
    const fresh = this.freshIn(record);
    this.shown = record;
    this.shownIn = language();
    $("record-none").hidden = record !== null;
    $("record-progress").hidden = record === null;
    $("strip").hidden = record === null;
    $("record-title").textContent = record?.title || t("record");
    this.offerCopy(record);
    const items = (record?.aspects ?? []).map((aspect, i) => this.aspect(aspect, i + 1, fresh));
    $("aspects").replaceChildren(...items);
    if (record !== null) this.progress(record, fresh);
    this.markAsked();
  }

  /** Fields whose line is new or changed; none when it is only read, or read in another language. */
  freshIn(record) {
    if (record === null || this.shownIn !== language()) return new Set();
    const before = new Map(this.shown?.id === record.id ? told(this.shown).map(entry) : []);
    const fresh = told(record).filter((line) => before.get(line.field) !== entry(line)[1]);
    return new Set(fresh.map((line) => line.field));
  }

  /** Marks the aspect that the pending question belongs to. */
  setAsked(asks) {
    this.asks = asks;
    this.markAsked();
  }

  markAsked() {
    for (const item of $("aspects").children) {
      const asked = this.asks !== null && item.dataset.ids.split(" ").includes(this.asks);
      item.classList.toggle("asked", asked);
    }
  }

  progress(record, fresh) {
    const done = record.aspects.filter((a) => a.done).length;
    const all = record.aspects.length;
    for (const meter of [$("strip-meter"), $("record-meter")]) {
      meter.replaceChildren(...record.aspects.map((a) => el("i", progressOf(a))));
    }
    $("strip-title").textContent = record.title || t("record");
    $("strip-count").textContent = t("progress", { done, all });
    $("record-count").textContent = t("progressLong", { done, all });
    const strip = $("strip");
    strip.setAttribute("aria-label", `${t("record")} ${t("progressLong", { done, all })}`);
    strip.classList.remove("fresh");
    void strip.offsetWidth; // lets the animation start again
    strip.classList.toggle("fresh", fresh.size > 0);
  }

  aspect(aspect, number, fresh) {
    const known = aspect.lines.filter((line) => line.state !== null);
    const open = aspect.lines.filter((line) => line.state === null);
    const item = el("li", `aspect ${progressOf(aspect)}`);
    item.dataset.ids = [aspect.id, ...aspect.lines.map((line) => line.field)].join(" ");
    const head = el(
      "h3",
      "",
      el("span", "number", `${number}`),
      aspect.title,
      el("span", "tag asking", t("asking")),
    );
    item.append(head);
    const rows = known.map((line) => this.line(line, fresh.has(line.field)));
    if (rows.length > 0) item.append(el("dl", "", ...rows));
    if (open.length > 0) {
      const labels = open.map((line) => line.label).join(" · ");
      item.append(el("p", "still-open", known.length > 0 ? `${t("recordOpen")}: ` : "", labels));
    }
    return item;
  }

  line(line, isFresh) {
    const state = line.state in STATES ? t(STATES[line.state]) : "";
    const value = el("dd", "", line.text === state ? "" : `${line.text} `);
    if (state) value.append(el("span", "tag", state));
    const row = el("div", `row ${line.state}`, el("dt", "", line.label), value);
    row.dataset.field = line.field;
    if (isFresh) row.classList.add("fresh");
    return row;
  }

  offerCopy(record) {
    const labels = { copy: t("copy"), copied: t("copied") };
    const copy = copyButton("quiet", labels, () => asText(this.shown));
    copy.id = "record-copy";
    copy.hidden = record === null || !record.aspects.some(isTouched);
    $("record-copy").replaceWith(copy);
  }

  open() {
    this.panel.classList.add("open");
    $("shade").hidden = false;
    $("strip").setAttribute("aria-expanded", "true");
    this.settle();
    $("record-close").focus();
  }

  close() {
    if (!this.isSheet()) return;
    this.panel.classList.remove("open");
    $("shade").hidden = true;
    $("strip").setAttribute("aria-expanded", "false");
    this.settle();
    $("strip").focus();
  }

  isSheet() {
    return this.panel.classList.contains("open");
  }

  /** What cannot be seen cannot be reached: behind the sheet, or the closed sheet itself. */
  settle() {
    const wide = WIDE.matches;
    if (wide) {
      this.panel.classList.remove("open");
      $("shade").hidden = true;
    }
    this.panel.inert = !wide && !this.isSheet();
    $("chat").inert = !wide && this.isSheet();
  }
}

function progressOf(aspect) {
  if (aspect.done) return "done";
  return isTouched(aspect) ? "part" : "none";
}

function isTouched(aspect) {
  return aspect.lines.some((line) => line.state !== null);
}

/** The lines of which something was told. */
function told(record) {
  return record.aspects.flatMap((a) => a.lines).filter((line) => line.state !== null);
}

function entry(line) {
  return [line.field, `${line.state} ${line.text}`];
}

function asText(record) {
  const lines = told(record).filter((line) => line.state === "known");
  return lines.map((line) => `${line.label}: ${line.text}`).join("\n");
}
