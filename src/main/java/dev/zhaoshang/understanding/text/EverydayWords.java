package dev.zhaoshang.understanding.text;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;

/** Whether a run of characters is a word of the language rather than a name. */
public final class EverydayWords {

  /** Whether HanLP's dictionary has it as anything but a person's name. */
  public boolean has(String simplified) {
    CoreDictionary.Attribute entry = CoreDictionary.get(simplified);
    if (entry == null) {
      return false;
    }
    for (Nature nature : entry.nature) {
      if (nature.startsWith("nr")) {
        return false;
      }
    }
    return true;
  }
}
