package org.closedloop.adapter.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.closedloop.kit.testing.HubStack;

/** A test of the running adapter on a real broker and database, with everybody else played. */
@QuarkusTestResource(
    value = HubStack.class,
    initArgs = @ResourceArg(name = "database", value = "adapter"))
@QuarkusTestResource(AdapterWorld.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AdapterTest {}
