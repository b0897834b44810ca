// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Notes where the classes and methods of a file are, and what of it calls past a container. */
final class SourceScanner extends TreePathScanner<@Nullable Void, SeenSource> {

    private final Trees trees;
    private final Elements elements;
    private final Types types;

    SourceScanner(ProcessingEnvironment environment) {
        this.trees = Trees.instance(environment);
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, SeenSource seen) {
        if (trees.getElement(getCurrentPath()) instanceof TypeElement type) {
            seen.add(elements.getBinaryName(type).toString(), place());
        }
        return super.visitClass(tree, seen);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, SeenSource seen) {
        if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
            seen.add(MethodName.of(method, elements, types), place());
        }
        return super.visitMethod(tree, seen);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, SeenSource seen) {
        ExpressionTree select = tree.getMethodSelect();
        if (select instanceof IdentifierTree) {
            call(select, null, seen);
        } else if (select instanceof MemberSelectTree member) {
            call(select, member.getExpression(), seen);
        }
        return super.visitMethodInvocation(tree, seen);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, SeenSource seen) {
        if (tree.getMode() == MemberReferenceTree.ReferenceMode.INVOKE) {
            call(tree, tree.getQualifierExpression(), seen);
        }
        return super.visitMemberReference(tree, seen);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, SeenSource seen) {
        Element made = trees.getElement(new TreePath(getCurrentPath(), tree.getIdentifier()));
        if (made instanceof TypeElement type && tree.getClassBody() == null) {
            seen.add(new NewObject(place(), elements.getBinaryName(type).toString()));
        }
        return super.visitNewClass(tree, seen);
    }

    /** Only what is called on the object itself: without an object's name, on {@code this} or on {@code super}. */
    private void call(Tree called, @Nullable ExpressionTree on, SeenSource seen) {
        boolean viaSuper = on != null && isNamed(on, "super");
        if (on != null && !viaSuper && !isNamed(on, "this")) {
            return;
        }
        if (trees.getElement(new TreePath(getCurrentPath(), called)) instanceof ExecutableElement method
                && !method.getModifiers().contains(Modifier.STATIC)
                && method.getEnclosingElement() instanceof TypeElement owner) {
            TypeElement self = self(owner);
            if (self != null) {
                seen.add(new SelfCall(
                        place(),
                        elements.getBinaryName(self).toString(),
                        caller(),
                        MethodName.of(method, elements, types),
                        viaSuper));
            }
        }
    }

    /** {@code this}, {@code super}, or one of an outer class. */
    private static boolean isNamed(ExpressionTree on, String word) {
        return on instanceof IdentifierTree name
                ? name.getName().contentEquals(word)
                : on instanceof MemberSelectTree outer && outer.getIdentifier().contentEquals(word);
    }

    /** The nearest class around the call that has the method; null if it has none, as in an imported one's. */
    private @Nullable TypeElement self(TypeElement owner) {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof ClassTree
                    && trees.getElement(path) instanceof TypeElement type
                    && types.isSubtype(types.erasure(type.asType()), types.erasure(owner.asType()))) {
                return type;
            }
        }
        return null;
    }

    /** The nearest method around the call; a lambda or an anonymous class in a method may run later, and elsewhere. */
    private @Nullable MethodName caller() {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof MethodTree && trees.getElement(path) instanceof ExecutableElement method) {
                return MethodName.of(method, elements, types);
            }
        }
        return null;
    }

    private Place place() {
        Set<String> suppressed = new HashSet<>();
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            Element element = path.getLeaf() instanceof MethodTree || path.getLeaf() instanceof ClassTree
                    ? trees.getElement(path)
                    : null;
            SuppressWarnings words = element == null ? null : element.getAnnotation(SuppressWarnings.class);
            if (words != null) {
                suppressed.addAll(Arrays.asList(words.value()));
            }
        }
        return new Place(getCurrentPath().getCompilationUnit(), getCurrentPath().getLeaf(), Set.copyOf(suppressed));
    }
}
