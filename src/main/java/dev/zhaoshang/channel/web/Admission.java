package dev.zhaoshang.channel.web;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Audit;
import dev.zhaoshang.access.Directory;
import dev.zhaoshang.access.Guarded;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Whether a caller may do what a call asks for, of the rep whom it names. */
@Component
class Admission {

  private final Access access;
  private final Directory directory;
  private final Audit audit;

  Admission(Access access, Directory directory, Audit audit) {
    this.access = access;
    this.directory = directory;
    this.audit = audit;
  }

  /**
   * Refuses what the caller may not, and notes when somebody looks at another's records.
   *
   * @param rep whom the call names
   */
  void check(Caller caller, Guarded.By guard, String rep) {
    if (caller instanceof Caller.SignedIn signedIn) {
      String id = signedIn.person().id();
      if (!access.mayCall(guard, id, rep)) {
        throw new ApiException(HttpStatus.FORBIDDEN, "rep.notYours", Map.of());
      }
      if (!id.equals(rep)) {
        audit.sees(id, rep);
      }
    }
    if (directory.active(rep).isEmpty()) {
      throw ApiException.unknownRep(rep);
    }
  }
}
