package dev.zhaoshang.domain;

/**
 * A button under a reply.
 *
 * @param label what it says
 * @param data what comes back when it is tapped: {@code <verb>:<argument>}, ids only, at most 40
 *     bytes, so that a channel can add what it needs within 64
 */
public record Button(String label, String data) {}
