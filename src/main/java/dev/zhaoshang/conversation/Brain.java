package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.conversation.machine.Transitions;
import dev.zhaoshang.understanding.Understanding;
import dev.zhaoshang.understanding.practice.AnswerJudge;

/**
 * What turns are decided with; all of it made from one version of the content, so that a reload
 * swaps it whole.
 *
 * @param content what to ask and say
 * @param understanding of texts
 * @param transitions what may follow what
 * @param judge of answers in practice
 * @param unsure score from which on an objection is worth a question, 0 to 1
 */
public record Brain(
    Content content,
    Understanding understanding,
    Transitions transitions,
    AnswerJudge judge,
    double unsure) {}
