package dev.zhaoshang;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A property: a test that is made of a seed and holds for each. The seeds are the same every time
 * and stand in the test's name; {@code -Dproperty.seed=N} begins with another one, to look further
 * or, with what a failure named, to see it again.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@ArgumentsSource(Samples.Seeds.class)
public @interface Samples {

  /** How many. */
  int value();

  /** Consecutive seeds. */
  final class Seeds implements ArgumentsProvider, AnnotationConsumer<Samples> {

    private static final long FIRST = Long.getLong("property.seed", 20_261_124);

    private int samples;

    @Override
    public void accept(Samples annotation) {
      samples = annotation.value();
    }

    @Override
    public Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      return LongStream.range(FIRST, FIRST + samples).mapToObj(Arguments::of);
    }
  }
}
