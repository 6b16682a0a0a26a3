package dev.zhaoshang.understanding.objection;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.zhaoshang.content.Objection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An encoder adapted to the examples by {@code src/main/python}, run by ONNX Runtime: one thread a
 * text and no arena, which is faster and 110 MB smaller than a session with the defaults.
 */
final class OnnxEncoder implements Encoder {

  private static final int MAX_TOKENS = 96;

  private static final String LOGITS = "logits";

  /** What the log-odds are worked out from: the pooled states, of length 1. */
  private static final String UNIT = "unit";

  /**
   * Declares that tensor an output too. A model is a message of Protocol Buffers, and where a
   * message has a field twice both are merged: this is a graph (field 7) that has nothing but an
   * output (12) with a name (1) and a type (2): tensor (1) of floats (1: 1).
   */
  private static final byte[] WITH_UNIT =
      HexFormat.of().parseHex("3a0e" + "620c" + "0a04" + "756e6974" + "1204" + "0a02" + "0801");

  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /**
   * Reads model and tokenizer from the class path.
   *
   * @param language {@code zh} or {@code en}: which pair of files of {@code /encoder}
   */
  OnnxEncoder(String language) {
    try (InputStream words = open("/encoder/" + language + "-tokenizer.json");
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      tokenizer =
          HuggingFaceTokenizer.newInstance(
              words,
              Map.of("padding", "false", "truncation", "true", "maxLength", "" + MAX_TOKENS));
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      session = session("/encoder/" + language + ".onnx", options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException("Cannot start the encoder for " + language, e);
    }
  }

  /** From a file that is gone afterwards: given as bytes, a model takes twice the memory. */
  private OrtSession session(String model, OrtSession.SessionOptions options)
      throws IOException, OrtException {
    Path file = Files.createTempFile("encoder", ".onnx");
    try (InputStream in = open(model)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      Files.write(file, WITH_UNIT, StandardOpenOption.APPEND);
      return environment.createSession(file.toString(), options);
    } finally {
      Files.delete(file);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = OnnxEncoder.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("Not on the class path: " + resource);
    }
    return in;
  }

  @Override
  public Opinion read(String normalized) {
    float[] logits = run(normalized, LOGITS);
    List<Double> which = new ArrayList<>();
    for (int i = 0; i < Objection.IDS.size(); i++) {
      which.add((double) logits[i]);
    }
    return new Opinion(logits[which.size()], which);
  }

  /** The meaning of a text, of length 1. */
  float[] vector(String normalized) {
    return run(normalized, UNIT);
  }

  private float[] run(String normalized, String output) {
    Encoding tokens = tokenizer.encode(normalized);
    try (OnnxTensor ids = tensor(tokens.getIds());
        OnnxTensor mask = tensor(tokens.getAttentionMask());
        OnnxTensor types = tensor(tokens.getTypeIds());
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types),
                Set.of(output))) {
      return ((float[][]) result.get(0).getValue())[0];
    } catch (OrtException e) {
      throw new IllegalStateException("The encoder failed on a text", e);
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }
}
