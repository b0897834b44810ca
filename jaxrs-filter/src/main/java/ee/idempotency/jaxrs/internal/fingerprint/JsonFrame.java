// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object or array that is being read. */
final class JsonFrame {

    /** Where a member is in the canonical bytes: its name, then its value. */
    private record Member(int start, int nameEnd, int end) {}

    private final @Nullable PointerNode position;
    private final @Nullable List<Member> members;
    private int childStart;
    private int nameEnd;
    private int index;
    private @Nullable PointerNode childPosition;

    private JsonFrame(@Nullable PointerNode position, @Nullable List<Member> members) {
        this.position = position;
        this.members = members;
    }

    static JsonFrame array(@Nullable PointerNode position) {
        return new JsonFrame(position, null);
    }

    static JsonFrame object(@Nullable PointerNode position) {
        return new JsonFrame(position, new ArrayList<>());
    }

    void beginMember(String name, CanonicalBytes canonical) {
        childStart = canonical.size();
        canonical.text(name);
        nameEnd = canonical.size();
        childPosition = position == null ? null : position.child(name);
    }

    /** The next value begins; a member has begun with its name already. */
    @Nullable
    PointerNode beginValue(CanonicalBytes canonical) {
        if (members == null) {
            childStart = canonical.size();
            childPosition = position == null ? null : position.child(Integer.toString(index));
            index++;
        }
        return childPosition;
    }

    /** The value is complete; one that is not compared is taken out again, with its name. */
    void endValue(CanonicalBytes canonical, boolean excluded) {
        if (excluded) {
            canonical.cutBack(childStart);
        } else if (members != null) {
            members.add(new Member(childStart, nameEnd, canonical.size()));
        }
    }

    /** Sorts the members by name: by length and then by content, which is an order as good as any. */
    void end(CanonicalBytes canonical) throws NotCanonicalException {
        if (members == null || members.size() < 2) {
            return;
        }
        int from = members.get(0).start();
        members.sort((a, b) -> canonical.compare(a.start(), a.nameEnd(), b.start(), b.nameEnd()));
        CanonicalBytes sorted = new CanonicalBytes();
        Member last = null;
        for (Member member : members) {
            if (last != null
                    && canonical.compare(last.start(), last.nameEnd(), member.start(), member.nameEnd()) == 0) {
                throw new NotCanonicalException("a member is there twice");
            }
            sorted.append(canonical, member.start(), member.end());
            last = member;
        }
        canonical.overwrite(from, sorted);
    }
}
