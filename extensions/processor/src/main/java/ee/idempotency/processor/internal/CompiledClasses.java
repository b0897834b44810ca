// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/**
 * The classes of a compilation and of its class path, as the compiler's own file manager finds them. Core is that of the
 * processor, so that its annotations are read by the classes that know them.
 */
final class CompiledClasses extends ClassLoader {

    private static final List<StandardLocation> LOCATIONS =
            List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH);

    private final Filer filer;

    CompiledClasses(Filer filer) {
        super(CompiledClasses.class.getClassLoader());
        this.filer = filer;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        int dot = name.lastIndexOf('.');
        String packageName = dot < 0 ? "" : name.substring(0, dot);
        for (StandardLocation location : LOCATIONS) {
            try (InputStream file = filer.getResource(location, packageName, name.substring(dot + 1) + ".class")
                    .openInputStream()) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException | IllegalArgumentException notThere) {
                // in the next location, or nowhere
            } catch (UncheckedIOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
        throw new ClassNotFoundException(name);
    }
}
