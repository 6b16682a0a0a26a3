package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Approval;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Update;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a turn that decides on a request reads besides: those whom the request is about. */
final class ApprovalNeeds {

  private ApprovalNeeds() {}

  /** The requests that a turn may decide; none for other turns. */
  static List<Approval> decided(Update update, Ledger own) {
    List<Approval> open =
        own.all(Approval.class).stream()
            .filter(one -> one.state() == Approval.State.PENDING)
            .filter(one -> own.id().equals(Ledger.ofRep(one.to())))
            .toList();
    String button = update.button();
    if (button != null) {
      List<String> parts = Buttons.parts(button);
      return parts.size() == 2 && isDecision(parts.get(0))
          ? open.stream().filter(one -> one.id().equals(parts.get(1))).toList()
          : List.of();
    }
    return update.kind() == Update.Kind.TEXT && ApprovalFlow.decides(update.text())
        ? open
        : List.of();
  }

  private static boolean isDecision(String verb) {
    return verb.equals(Buttons.APPROVE) || verb.equals(Buttons.REJECT);
  }

  /** Ids of the distributors that requests are about. */
  static List<String> distributors(List<Approval> decided) {
    return decided.stream().flatMap(one -> Stream.of(one.about().split(" ", -1))).toList();
  }

  /** Ids of the ledgers that a decision changes. */
  static List<String> ledgers(List<Approval> decided, Collection<Distributor> about) {
    if (decided.isEmpty()) {
      return List.of();
    }
    List<String> ids = new ArrayList<>(List.of(TerritoryFlow.REGISTER));
    for (Distributor one : about) {
      ids.add(Ledger.ofDistributor(one.id()));
      ids.add(Ledger.ofRep(one.owner()));
      ids.addAll(Pricing.territories(one));
    }
    return ids.stream().filter(Objects::nonNull).distinct().toList();
  }
}
