// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Of public classes: none of what users see of them (supertypes, members, their type arguments) names a hidden class. */
final class HavePlainSignatures extends ArchCondition<JavaClass> {

    private final DescribedPredicate<JavaClass> hidden;

    HavePlainSignatures(DescribedPredicate<JavaClass> hidden) {
        super("name in public signatures no classes that " + hidden.getDescription());
        this.hidden = hidden;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!isSeen(type)) {
            return;
        }
        Stream<JavaType> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        report(type.getDescription(), supertypes.flatMap(HavePlainSignatures::involved), type, events);
        for (JavaMember member : type.getMembers()) {
            if (isSeen(member.getModifiers())) {
                report(member.getDescription(), member.getAllInvolvedRawTypes().stream(), type, events);
            }
        }
    }

    private void report(String place, Stream<JavaClass> named, JavaClass type, ConditionEvents events) {
        named.filter(hidden)
                .distinct()
                .forEach(found -> events.add(SimpleConditionEvent.violated(type, place + " names " + found.getName())));
    }

    private static Stream<JavaClass> involved(JavaType type) {
        return type.getAllInvolvedRawTypes().stream();
    }

    /** A nested class is seen if all around it are. */
    private static boolean isSeen(JavaClass type) {
        return isSeen(type.getModifiers())
                && type.getEnclosingClass().map(HavePlainSignatures::isSeen).orElse(true);
    }

    private static boolean isSeen(Set<JavaModifier> modifiers) {
        return modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED);
    }
}
