/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.view;

import java.util.EventObject;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.jface.action.Action;
import org.eclipse.ui.actions.ActionFactory;

/** Undoes or redoes the last command of one command stack, which may change. UI thread only. */
final class EditHistoryAction extends Action implements CommandStackListener {

  /** Which way through the history. */
  enum Direction {
    UNDO("Undo", ActionFactory.UNDO),
    REDO("Redo", ActionFactory.REDO);

    private final String verb;
    private final ActionFactory factory;

    Direction(String verb, ActionFactory factory) {
      this.verb = verb;
      this.factory = factory;
    }
  }

  private final Direction direction;
  private Optional<CommandStack> stack = Optional.empty();

  EditHistoryAction(Direction direction) {
    this.direction = Objects.requireNonNull(direction, "direction");
    setId(direction.factory.getId());
    setActionDefinitionId(direction.factory.getCommandId());
    update();
  }

  void follow(Optional<CommandStack> newStack) {
    stack.ifPresent(old -> old.removeCommandStackListener(this));
    stack = newStack;
    stack.ifPresent(current -> current.addCommandStackListener(this));
    update();
  }

  @Override
  public void commandStackChanged(EventObject event) {
    update();
  }

  @Override
  public void run() {
    stack
        .filter(this::isPossible)
        .ifPresent(
            current -> {
              switch (direction) {
                case UNDO -> current.undo();
                case REDO -> current.redo();
              }
            });
  }

  private boolean isPossible(CommandStack current) {
    return switch (direction) {
      case UNDO -> current.canUndo();
      case REDO -> current.canRedo();
    };
  }

  private void update() {
    Optional<CommandStack> possible = stack.filter(this::isPossible);
    setEnabled(possible.isPresent());
    setText(
        possible
            .map(this::nextCommand)
            .map(Command::getLabel)
            .filter(label -> !label.isBlank())
            .map(label -> direction.verb + " " + label)
            .orElse(direction.verb));
  }

  private Command nextCommand(CommandStack current) {
    return switch (direction) {
      case UNDO -> current.getUndoCommand();
      case REDO -> current.getRedoCommand();
    };
  }
}
