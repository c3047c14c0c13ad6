/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.edit;

import java.util.Objects;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.common.command.UnexecutableCommand;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.DeleteCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.store.CaseStore;
import org.recourse.model.util.ModelResourceFactoryImpl;

/**
 * The editing domain of an open case and the general edits on it.
 *
 * <p>Commands are made here and executed by the caller on the command stack of the domain: {@code
 * domain.getCommandStack().execute(command)}. An edit that would change nothing is a command that
 * cannot be executed; the stack ignores it, so it makes no undo step and leaves a clean case clean.
 * All methods belong to the thread that edits the case.
 */
public final class CaseEditing {

  private CaseEditing() {}

  /**
   * Returns a new editing domain for {@code patientCase}, with an empty command stack that is not
   * dirty. A case that is in no resource is put into a new one; nothing is written.
   */
  public static EditingDomain newDomain(PatientCase patientCase) {
    Objects.requireNonNull(patientCase, "patientCase");
    var domain =
        new AdapterFactoryEditingDomain(
            new ReflectiveItemProviderAdapterFactory(), new BasicCommandStack());
    Resource resource = patientCase.eResource();
    if (resource == null) {
      resource = new ModelResourceFactoryImpl().createResource(URI.createURI(CaseStore.FILE_NAME));
      resource.getContents().add(patientCase);
    }
    domain.getResourceSet().getResources().add(resource);
    return domain;
  }

  /** Tells whether the case differs from the state that was last loaded or saved. */
  public static boolean isDirty(EditingDomain domain) {
    return commandStack(domain).isSaveNeeded();
  }

  /** Notes that the case was saved as it is now; undo back to here is clean again. */
  public static void markSaved(EditingDomain domain) {
    commandStack(domain).saveIsDone();
  }

  /**
   * Returns a command that sets a feature. If the feature has that value already, the command
   * cannot be executed.
   */
  public static Command set(
      EditingDomain domain,
      String label,
      EObject object,
      EStructuralFeature feature,
      Object value) {
    Objects.requireNonNull(value, "value");
    boolean isSet = !feature.isUnsettable() || object.eIsSet(feature);
    if (isSet && value.equals(object.eGet(feature))) {
      return UnexecutableCommand.INSTANCE;
    }
    return compound(label, SetCommand.create(domain, object, feature, value));
  }

  /**
   * Returns a command that makes the value of a feature unknown. If it is unknown already, the
   * command cannot be executed.
   */
  public static Command unset(
      EditingDomain domain, String label, EObject object, EStructuralFeature feature) {
    return object.eIsSet(feature)
        ? compound(label, SetCommand.create(domain, object, feature, SetCommand.UNSET_VALUE))
        : UnexecutableCommand.INSTANCE;
  }

  /** Returns a command that adds {@code child} at the end of a list. */
  public static Command add(
      EditingDomain domain,
      String label,
      EObject object,
      EStructuralFeature feature,
      EObject child) {
    Objects.requireNonNull(child, "child");
    return compound(label, AddCommand.create(domain, object, feature, child));
  }

  /** Returns a command that takes an object out of the case, with every reference to it. */
  public static Command delete(EditingDomain domain, String label, EObject object) {
    if (EcoreUtil.getRootContainer(object) == object) {
      throw new IllegalArgumentException("the object is not part of a case: " + object);
    }
    return compound(label, DeleteCommand.create(domain, object));
  }

  /**
   * Joins edits to one undo step. Edits that change nothing are left out; if none is left, the
   * result cannot be executed.
   */
  public static Command compound(String label, Command... edits) {
    var joined = new CompoundCommand(label, label);
    for (Command edit : edits) {
      if (edit != UnexecutableCommand.INSTANCE) {
        joined.append(edit);
      }
    }
    return joined.isEmpty() ? UnexecutableCommand.INSTANCE : joined;
  }

  private static BasicCommandStack commandStack(EditingDomain domain) {
    if (domain.getCommandStack() instanceof BasicCommandStack stack) {
      return stack;
    }
    throw new IllegalArgumentException(
        "not a domain of CaseEditing, its command stack is " + domain.getCommandStack());
  }
}
