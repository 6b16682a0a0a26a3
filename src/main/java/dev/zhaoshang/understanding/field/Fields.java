package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.understanding.text.ClauseSegmenter;
import dev.zhaoshang.understanding.text.Gazetteer;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Numbers;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import java.util.ArrayList;
import java.util.List;

/**
 * Every field that a text states. The readers run in a fixed order, surest forms first, and each
 * speaks for the characters that it read, so that no word is counted twice. Immutable.
 */
public final class Fields {

  private final ClauseSegmenter segmenter;
  private final Strangers strangers;
  private final List<FieldReader> before;
  private final List<FieldReader> channelFirst;
  private final List<FieldReader> focusFirst;
  private final List<FieldReader> after;

  /** Makes the readers for one version of the content. */
  public Fields(Content content, Lexicon lexicon, Script script) {
    segmenter = new ClauseSegmenter(lexicon);
    strangers = new Strangers(lexicon, segmenter);
    Gazetteer gazetteer = Gazetteer.load();
    Surnames surnames = new Surnames(lexicon);
    Products products = new Products(lexicon);
    CompanyReader companies = new CompanyReader(lexicon, gazetteer, surnames);
    Form form = content.intake();
    FieldReader channel = choice(form, "mainChannel", lexicon, script, false);
    FieldReader focus = choice(form, "focus", lexicon, script, false);
    before =
        List.of(
            new PhoneReader(lexicon),
            new PostcodeReader(lexicon),
            new NatureReader(lexicon),
            companies,
            new AddressReader(lexicon, gazetteer),
            new TeamReader(lexicon, new Numbers(lexicon)),
            new NameReader(lexicon, gazetteer, surnames),
            new RegionReader(lexicon, gazetteer));
    FieldReader salesMode = choice(form, "salesMode", lexicon, script, true);
    channelFirst = List.of(channel, focus);
    focusFirst = List.of(focus, salesMode, channel);
    after =
        List.of(
            choice(form, "nature", lexicon, script, true),
            choice(form, "ownership", lexicon, script, true),
            salesMode,
            new InterestReader(lexicon, products),
            new BesideReader(lexicon),
            new FreeTextReader(lexicon),
            new SimilarReader(lexicon, products),
            new CurrentReader(lexicon, products),
            new RequirementsReader(lexicon),
            new AskedReader(lexicon, companies, products, surnames));
  }

  private static FieldReader choice(
      Form form, String id, Lexicon lexicon, Script script, boolean alone) {
    return form.field(id)
        .<FieldReader>map(field -> new ChoiceReader(field, lexicon, script, alone))
        .orElse(reading -> {});
  }

  /** What the text states, at most one entry a field; entries without a value could not be read. */
  public List<Found> in(Typed told, Asked asked) {
    Typed text = asked.freeText() ? told : strangers.without(told);
    Reading reading = new Reading(text, asked, segmenter.clauses(text.plain()));
    List<FieldReader> readers = new ArrayList<>(before);
    readers.addAll(asked.about("approach") ? focusFirst : channelFirst);
    readers.addAll(after);
    for (FieldReader reader : readers) {
      reader.read(reading);
    }
    return reading.found();
  }
}
