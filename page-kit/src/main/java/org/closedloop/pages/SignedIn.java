package org.closedloop.pages;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource of pages: only for who is signed in at this service. Others are sent to the sign-in
 * page; a form without this session's {@code _csrf} is refused. The resource finds the person by
 * {@link Viewer#of}.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SignedIn {}
