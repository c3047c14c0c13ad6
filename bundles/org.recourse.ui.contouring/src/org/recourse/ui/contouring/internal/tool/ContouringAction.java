/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.tool;

import java.util.Arrays;
import java.util.Optional;

/**
 * What can be done with structures and contours. Each action is a workbench command of the same name
 * in the menu Structures; {@code plugin.xml} declares them.
 */
public enum ContouringAction {
  BRUSH("brush", "B"),
  ERASER("eraser", "E"),
  POLYGON("polygon", "Y"),
  FREEHAND("freehand", "H"),
  INTERPOLATE("interpolate", "N"),
  COPY_TO_NEXT("copyToNextSlice", "U"),
  COPY_TO_PREVIOUS("copyToPreviousSlice", "J"),
  CLEAR_SLICE("clearSlice", "Delete"),
  NEW_STRUCTURE("newStructure", ""),
  MAKE_STRUCTURE("makeStructure", ""),
  IMPORT_MASKS("importMasks", ""),
  COMPARE_READERS("compareReaders", ""),
  WRITE_STRUCTURES("writeStructures", "");

  static final String COMMAND_PREFIX = "org.recourse.ui.contouring.";

  private final String name;
  private final String keyText;

  ContouringAction(String name, String keyText) {
    this.name = name;
    this.keyText = keyText;
  }

  public String commandId() {
    return COMMAND_PREFIX + name;
  }

  /** The key for people; empty text if there is none. */
  public String keyText() {
    return keyText;
  }

  public static Optional<ContouringAction> ofCommand(String commandId) {
    return Arrays.stream(values())
        .filter(action -> action.commandId().equals(commandId))
        .findFirst();
  }

  /** The tool that this action takes into the hand. */
  public Optional<ToolKind> tool() {
    return switch (this) {
      case BRUSH -> Optional.of(ToolKind.BRUSH);
      case ERASER -> Optional.of(ToolKind.ERASER);
      case POLYGON -> Optional.of(ToolKind.POLYGON);
      case FREEHAND -> Optional.of(ToolKind.FREEHAND);
      default -> Optional.empty();
    };
  }
}
