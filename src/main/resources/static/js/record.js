// The record beside the chat: on a wide screen a column, on a phone a strip that opens a sheet.

import { $, copyButton, el } from "./dom.js";
import { t } from "./strings.js";

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

  /** Shows a record, or null for none; what is new since the last one lights up. */
  show(record) {
    const before = this.shown !== null && record?.id === this.shown.id ? values(this.shown) : null;
    this.shown = record;
    $("record-none").hidden = record !== null;
    $("record-progress").hidden = record === null;
    $("strip").hidden = record === null;
    $("record-title").textContent = record?.title || t("record");
    this.offerCopy(record);
    $("aspects").replaceChildren(...(record?.aspects ?? []).map((a, i) => this.aspect(a, i, before)));
    if (record !== null) this.progress(record, before);
    this.markAsked();
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

  progress(record, before) {
    const done = record.aspects.filter((a) => a.done).length;
    const all = record.aspects.length;
    for (const meter of [$("strip-meter"), $("record-meter")]) {
      meter.replaceChildren(...record.aspects.map((a) => el("i", progressOf(a))));
    }
    $("strip-title").textContent = record.title || t("record");
    $("strip-count").textContent = t("progress", { done, all });
    $("record-count").textContent = t("progressLong", { done, all });
    $("strip").setAttribute("aria-label", `${t("record")} ${t("progressLong", { done, all })}`);
    const strip = $("strip");
    strip.classList.remove("fresh");
    if (this.knownBefore(before) !== plain(record)) {
      void strip.offsetWidth;
      strip.classList.add("fresh");
    }
  }

  knownBefore(before) {
    return before === null ? "" : JSON.stringify([...before]);
  }

  aspect(aspect, index, before) {
    const told = aspect.lines.filter((line) => line.state !== null);
    const open = aspect.lines.filter((line) => line.state === null);
    const item = el("li", `aspect ${progressOf(aspect)}`);
    item.dataset.ids = [aspect.id, ...aspect.lines.map((line) => line.field)].join(" ");
    const head = el(
      "h3",
      "",
      el("span", "number", `${index + 1}`),
      aspect.title,
      el("span", "tag asking", t("asking")),
    );
    item.append(head);
    if (told.length > 0) item.append(el("dl", "", ...told.map((line) => this.line(line, before))));
    if (open.length > 0) {
      const labels = open.map((line) => line.label).join(" · ");
      item.append(el("p", "still-open", told.length > 0 ? `${t("recordOpen")}: ` : "", labels));
    }
    return item;
  }

  line(line, before) {
    const state = line.state in STATES ? t(STATES[line.state]) : "";
    const value = el("dd", "", line.text === state ? "" : `${line.text} `);
    if (state) value.append(el("span", "tag", state));
    const row = el("div", `row ${line.state}`, el("dt", "", line.label), value);
    row.dataset.field = line.field;
    if (before === null || before.get(line.field) !== key(line)) row.classList.add("fresh");
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

function key(line) {
  return `${line.state} ${line.text}`;
}

function values(record) {
  const lines = record.aspects.flatMap((a) => a.lines).filter((line) => line.state !== null);
  return new Map(lines.map((line) => [line.field, key(line)]));
}

function plain(record) {
  return JSON.stringify([...values(record)]);
}

function asText(record) {
  const lines = record.aspects.flatMap((a) => a.lines).filter((line) => line.state === "known");
  return lines.map((line) => `${line.label}: ${line.text}`).join("\n");
}
