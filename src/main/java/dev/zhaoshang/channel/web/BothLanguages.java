package dev.zhaoshang.channel.web;

/**
 * A message to whoever calls the API.
 *
 * @param zh in simplified Chinese
 * @param en in English
 */
record BothLanguages(String zh, String en) {}
