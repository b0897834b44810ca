// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Looks at each class when its types are known, and checks all when their class files are there: the compiler reports what
 * is found then as it reports its own.
 */
public final class CompilationCheck implements TaskListener {

    private final ProcessingEnvironment environment;
    private final Switches switches;
    private final SourceScanner scanner;
    private final SeenSource seen = new SeenSource();

    private CompilationCheck(ProcessingEnvironment environment, Switches switches) {
        this.environment = environment;
        this.switches = switches;
        this.scanner = new SourceScanner(environment);
    }

    /** A listener for one compilation. */
    public static CompilationCheck of(ProcessingEnvironment environment, Switches switches) {
        return new CompilationCheck(environment, switches);
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
            TreePath path = Trees.instance(environment).getPath(event.getTypeElement());
            if (path != null) {
                scanner.scan(path, seen);
            }
        } else if (event.getKind() == TaskEvent.Kind.COMPILATION) {
            Reports reports = new Reports(Trees.instance(environment), switches, seen);
            new ClassChecks(new CompiledClasses(environment.getFiler()), seen, reports).check();
        }
    }
}
