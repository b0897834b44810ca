// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.varieties;

import jakarta.ejb.Singleton;

/** Another one that does. */
@Singleton
public class OtherChild extends Parent {}
