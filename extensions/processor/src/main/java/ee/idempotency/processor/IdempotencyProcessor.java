// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor;

import com.sun.source.util.JavacTask;
import ee.idempotency.processor.internal.CompilationCheck;
import ee.idempotency.processor.internal.Switches;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Reports mistakes with {@code @IdempotentOperation} while javac compiles. It claims no annotation and makes no file. The
 * rules of the deployment are applied to the compiled classes, by the same code; self-calls, objects made by {@code new} and
 * what has no name are found in the source.
 *
 * <p>Each rule has an option, {@code -Aidempotency.<rule>=off|warning|error}, and a report is left out where {@code
 * @SuppressWarnings("idempotency:<rule>")} is on the method or a class around it. A value that is none of the three fails the
 * compilation. Classes are loaded without running their initializers. A compilation that has errors of its own is not
 * checked, nor one of a compiler other than javac, which is a warning.
 */
public final class IdempotencyProcessor extends AbstractProcessor {

    /** Made by the compiler, by its service file. */
    public IdempotencyProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Switches switches = Switches.of(environment.getOptions());
        switches.problems().forEach(problem -> environment.getMessager().printMessage(Diagnostic.Kind.ERROR, problem));
        try {
            JavacTask.instance(environment).addTaskListener(CompilationCheck.of(environment, switches));
        } catch (IllegalArgumentException | LinkageError notJavac) {
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.WARNING,
                            "idempotency-processor checks nothing here: this compiler is not javac, or hides it");
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return false;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Switches.options();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }
}
