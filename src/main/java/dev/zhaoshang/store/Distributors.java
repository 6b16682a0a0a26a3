package dev.zhaoshang.store;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.DistributorChange;
import java.util.List;
import java.util.Optional;

/** Distributors, and the look-ups by which they are found. */
public interface Distributors {

  /** The distributor with that id. */
  Optional<Distributor> find(String id);

  /** Applies a change and brings the look-ups up to date; applying it again changes nothing. */
  void apply(DistributorChange change);

  /** Gives a distributor to another rep; giving it again changes nothing. */
  void give(String id, String rep);

  /** Removes all that was ever known of a distributor but that there was one. */
  void erase(String id);

  /** The living distributors of a rep, oldest first, as index cards. */
  List<Card> ofOwner(String rep);

  /** Living distributors, of anybody, with that look-up key. One read of an index. */
  List<Match> matching(String key);

  /** Look-up key of a mobile number. */
  static String mobileKey(String mobile) {
    return "mobile:" + mobile;
  }

  /**
   * Look-up key of a company: its name in half width and lower case, without spaces, punctuation
   * and the usual endings ("Co., Ltd" and its like).
   */
  static String companyKey(String company) {
    return "company:" + CompanyName.core(company);
  }

  /**
   * An index card of a distributor.
   *
   * @param id of the distributor
   * @param name the person; empty when not told
   * @param company empty when not told
   * @param mobile empty when not told
   * @param regions wanted regions; empty when not told
   * @param products target product and main products; empty when not told
   * @param stage id of its {@link dev.zhaoshang.domain.Stage}
   * @param archived whether it is kept out of the lists
   */
  record Card(
      String id,
      String name,
      String company,
      String mobile,
      List<String> regions,
      List<String> products,
      String stage,
      boolean archived) {

    public Card {
      regions = List.copyOf(regions);
      products = List.copyOf(products);
    }
  }

  /**
   * A distributor with a looked-up key.
   *
   * @param distributor its id
   * @param owner rep who looks after it
   */
  record Match(String distributor, String owner) {}
}
