// The chat page: brings the conversation, the record and the input line together.

import { hasToken, later, record, Refused, setToken, signIn, TokenNeeded, TryLater } from "./api.js";
import { Composer } from "./composer.js";
import { $, newId } from "./dom.js";
import { Log } from "./log.js";
import { Outgoing } from "./outgoing.js";
import { RecordPanel } from "./record.js";
import { Saved } from "./saved.js";
import { language, speak, t } from "./strings.js";

const POLL = 10_000;
const TYPING_AFTER = 400;

/** A code of the assistant's; anything else that is entered is a token. */
const CODE = /^[A-Za-z2-7]{16}$/;
const REP = "zhaoshang.rep";

const rep = new URLSearchParams(location.search).get("rep") ?? localStorage.getItem(REP) ?? "demo";
const saved = new Saved(rep);
const panel = new RecordPanel();
const log = new Log({ tapped: tap, retried: (message) => outgoing.send(message) });
const composer = new Composer({
  typed: (text) => say(text, { text }),
  tapped: tap,
  drafted: (text) => saved.set("draft", text),
});
const outgoing = new Outgoing(rep, {
  changed(message) {
    saved.keep(message);
    log.change(message);
    if (message.state === "failed") log.setTyping(false);
  },
  replied(message, replies) {
    hear(replies);
    refreshRecord();
  },
  connected,
  tokenNeeded: askForToken,
});

let typingTimer = 0;
let entered = false;

function tap(one) {
  say(one.label, { button: one.data });
}

function say(text, body) {
  const message = { key: newId(), who: "me", text, at: Date.now(), body };
  message.state = "sending";
  saved.keep(message);
  log.add(message);
  $("welcome").hidden = true;
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => log.setTyping(!outgoing.idle), TYPING_AFTER);
  outgoing.send(message);
}

function hear(replies) {
  clearTimeout(typingTimer);
  log.setTyping(false);
  const turn = newId();
  for (const reply of replies) {
    const at = reply.at ? Date.parse(reply.at) : Date.now();
    const message = { key: newId(), turn, who: "bot", text: reply.text, at, reply };
    saved.keep(message);
    log.add(message);
  }
  if (replies.length > 0) {
    $("welcome").hidden = true;
    panel.setAsked(replies[replies.length - 1].asks);
  }
}

async function refreshRecord() {
  await quietly(async () => panel.show(await record(rep)));
}

async function fetchLater() {
  if (document.hidden || !outgoing.idle) return;
  await quietly(async () => {
    const page = await later(rep, saved.get("next"));
    saved.set("next", page.next);
    if (page.replies.length > 0) {
      hear(page.replies);
      await refreshRecord();
    }
  });
}

/** Runs a call that nobody waits for: when it fails, the banner says so until one works again. */
async function quietly(action) {
  try {
    await action();
    connected(true);
  } catch (e) {
    if (e instanceof TokenNeeded) askForToken();
    else if (e instanceof Refused) warn(e.message);
    else if (e instanceof TryLater) connected(false);
    else throw e;
  }
}

function connected(yes) {
  warn(yes ? "" : t("reconnecting"));
  if (!yes) log.setTyping(false);
}

function warn(text) {
  $("banner").textContent = text;
  $("banner").hidden = text === "";
}

function askForToken() {
  if ($("token").open) return;
  $("token-why").textContent = t(entered || hasToken() || localStorage.getItem(REP) !== null ? "tokenWrong" : "tokenText");
  $("token").showModal();
}

/** Signs in, and begins as who that is: everything saved on this page is one rep's. */
async function enter(code) {
  await quietly(async () => {
    localStorage.setItem(REP, await signIn(code));
    location.replace(location.pathname);
  });
}

function switchLanguage() {
  const label = t("otherLanguage");
  const next = t("otherLanguageCode");
  saved.set("language", next);
  show(next);
  refreshRecord();
  if (saved.get("messages").length > 0) say(label, { button: `lang:${next}` });
}

/** Shows everything in a language. */
function show(lang) {
  speak(lang);
  const messages = saved.get("messages");
  $("language").textContent = t("otherLanguage");
  $("language").lang = t("otherLanguageCode");
  $("example").textContent = t("example");
  $("example-objection").textContent = t("exampleObjection");
  $("welcome").hidden = messages.length > 0;
  log.show(messages);
}

function start() {
  show(saved.get("language") || (navigator.language.startsWith("zh") ? "zh" : "en"));
  composer.fill(saved.get("draft"));
  const messages = saved.get("messages");
  panel.setAsked(messages.findLast((m) => m.who === "bot")?.reply.asks ?? null);
  $("language").addEventListener("click", switchLanguage);
  $("example").addEventListener("click", () => say(t("example"), { text: t("example") }));
  $("example-objection").addEventListener("click", () => {
    say(t("exampleObjection"), { text: t("exampleObjection") });
  });
  $("token-form").addEventListener("submit", () => {
    const key = $("token-input").value.trim();
    $("token-input").value = "";
    entered = true;
    if (CODE.test(key)) enter(key);
    else {
      setToken(key);
      outgoing.hurry();
      refreshRecord();
    }
  });
  addEventListener("online", () => outgoing.hurry());
  document.addEventListener("visibilitychange", fetchLater);
  setInterval(fetchLater, POLL);
  refreshRecord();
  const unsent = messages.filter((m) => m.state === "sending" || m.state === "late");
  for (const message of unsent) outgoing.send(message);
  fetchLater();
  if (matchMedia("(pointer: fine)").matches) composer.focus();
}

start();
