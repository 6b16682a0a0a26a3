// The calls of the HTTP API.

import { language } from "./strings.js";

const TOKEN = "zhaoshang.token";

const PATIENCE = 30_000;

/** The call was refused for good; the message says why. */
export class Refused extends Error {}

/** The call needs a token, or another one. */
export class TokenNeeded extends Error {}

/** The call may work later. */
export class TryLater extends Error {}

export function hasToken() {
  return localStorage.getItem(TOKEN) !== null;
}

export function setToken(token) {
  localStorage.setItem(TOKEN, token);
}

/** Signs in with a code that the assistant gave out; gives the rep's id. */
export async function signIn(code) {
  localStorage.removeItem(TOKEN);
  const response = await call("/api/session", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ code }),
  });
  return (await json(response)).rep;
}

/** Sends a message; gives its replies, or null while they are being worked on. */
export async function post(rep, id, body) {
  const response = await call("/api/chat", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ rep, id, lang: language(), ...body }),
  });
  return response.status === 202 ? null : (await json(response)).replies;
}

/** What came later than a place: {replies, next}. */
export async function later(rep, after) {
  return json(await call(`/api/replies?${new URLSearchParams({ rep, after })}`));
}

/** The record of the current distributor; null when there is none. */
export async function record(rep) {
  const response = await call(`/api/record?${new URLSearchParams({ rep, lang: language() })}`);
  return response.status === 204 ? null : json(response);
}

/** The picture at a path that a reply named, as a URL for this page. */
export async function picture(path) {
  return URL.createObjectURL(await (await call(path)).blob());
}

/** Saves the file at a path that a reply named. */
export async function save(path) {
  const response = await call(path);
  const said = response.headers.get("Content-Disposition") ?? "";
  const name = /filename\*=UTF-8''([^;]+)/.exec(said);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name === null ? "zhaoshang" : decodeURIComponent(name[1]);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE);
}

async function call(path, options = {}) {
  const headers = { ...options.headers };
  const token = localStorage.getItem(TOKEN);
  if (token !== null) headers.Authorization = `Bearer ${token}`;
  let response;
  try {
    response = await fetch(path, { ...options, headers, signal: AbortSignal.timeout(PATIENCE) });
  } catch (e) {
    throw new TryLater(e.message);
  }
  if (response.ok) return response;
  if (response.status === 401) throw new TokenNeeded();
  if (response.status >= 500 || response.status === 429) throw new TryLater(`${response.status}`);
  throw new Refused(await reason(response));
}

async function json(response) {
  try {
    return await response.json();
  } catch (e) {
    throw new TryLater(e.message);
  }
}

async function reason(response) {
  try {
    return (await response.json()).error[language()];
  } catch {
    return `${response.status}`;
  }
}
