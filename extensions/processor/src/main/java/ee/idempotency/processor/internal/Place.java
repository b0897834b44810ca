// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.Set;

/**
 * Where something is in the source.
 *
 * @param unit the file
 * @param tree what is there
 * @param suppressed the words of {@code @SuppressWarnings} on it and around it
 */
record Place(CompilationUnitTree unit, Tree tree, Set<String> suppressed) {

    boolean suppresses(String rule) {
        return suppressed.contains("idempotency:" + rule) || suppressed.contains("idempotency");
    }
}
