package dev.zhaoshang.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.zhaoshang.access.Guarded;
import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.domain.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Takes what a rep types or taps, and answers with the replies of its turn. */
@RestController
class ChatController {

  private static final Logger LOG = LoggerFactory.getLogger(ChatController.class);

  private final ChatRequestReader reader;
  private final Admission admission;
  private final FrontDoor frontDoor;
  private final Handover handover;
  private final Supplier<String> newId;
  private final WebSettings settings;

  /**
   * The controller.
   *
   * @param newId gives an id to a message that comes without, a new one each time
   */
  ChatController(
      ChatRequestReader reader,
      Admission admission,
      FrontDoor frontDoor,
      Handover handover,
      Supplier<String> newId,
      WebSettings settings) {
    this.reader = reader;
    this.admission = admission;
    this.frontDoor = frontDoor;
    this.handover = handover;
    this.newId = newId;
    this.settings = settings;
  }

  @Guarded(Guarded.By.SELF)
  @PostMapping(path = "/api/chat", consumes = MediaType.APPLICATION_JSON_VALUE)
  CompletableFuture<ResponseEntity<ChatAnswer>> chat(
      @RequestAttribute(Caller.ATTRIBUTE) Caller caller, InputStream body) throws IOException {
    ChatRequest request = reader.read(body);
    admission.check(caller, Guarded.By.SELF, request.rep());
    String id = request.id();
    FrontDoor.Receipt receipt = frontDoor.receive(request.toUpdate(id == null ? newId.get() : id));
    handover.awaits(receipt.id());
    return receipt
        .replies()
        .thenApply(Optional::of)
        .exceptionally(failure -> failed(receipt.id(), failure))
        .completeOnTimeout(Optional.empty(), settings.patience().toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(replies -> answer(request.rep(), receipt.id(), replies));
  }

  private static Optional<List<Reply>> failed(String turn, Throwable failure) {
    LOG.error("Turn {} is kept but has no replies yet", turn, failure);
    return Optional.empty();
  }

  private ResponseEntity<ChatAnswer> answer(
      String rep, String turn, Optional<List<Reply>> replies) {
    if (replies.isEmpty()) {
      handover.givesUp(turn);
      return ResponseEntity.accepted().body(new ChatAnswer(List.of(), Messages.text("turn.late")));
    }
    List<Reply> said = replies.get();
    handover.takes(turn, said.size());
    List<ReplyJson> listed =
        IntStream.range(0, said.size())
            .mapToObj(n -> ReplyJson.of(said.get(n), rep, turn + "#" + n))
            .toList();
    return ResponseEntity.ok(new ChatAnswer(listed, null));
  }

  /**
   * The answer to a message.
   *
   * @param replies of its turn, in order
   * @param notice why there are none yet; left out when there are
   */
  record ChatAnswer(
      List<ReplyJson> replies,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BothLanguages notice) {}
}
