/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.recourse.model.store.CaseStore;

/** Makes projects of case folders and opens them. Stateless. */
public final class CaseProjects {

  private CaseProjects() {}

  /** Returns the case file of a project; empty if the project is closed or holds no case. */
  public static Optional<IFile> caseFile(IProject project) {
    return project.isAccessible()
        ? Optional.of(project.getFile(CaseStore.FILE_NAME)).filter(IFile::exists)
        : Optional.empty();
  }

  /**
   * Makes the case folder a project of the workspace, or finds the project that it is already, and
   * reads the folder anew. Call it from a job.
   *
   * @param caseFolder folder with a case file, anywhere on disk
   * @return the case file in the workspace
   * @throws CoreException with a sentence if there is no case or the project cannot be made
   */
  public static IFile connect(Path caseFolder, IProgressMonitor monitor) throws CoreException {
    SubMonitor progress = SubMonitor.convert(monitor, "Connecting the case folder", 4);
    Path folder = caseFolder.toAbsolutePath().normalize();
    if (!Files.isRegularFile(CaseStore.caseFile(folder))) {
      throw new CoreException(
          Status.error(
              folder
                  + " holds no case: there is no file "
                  + CaseStore.FILE_NAME
                  + ". Choose a case folder, or import the DICOM folder first."));
    }
    IProject project = projectOf(folder).orElseGet(() -> newProject(folder));
    if (!project.exists()) {
      project.create(description(project, folder), progress.split(1));
    }
    project.open(progress.split(1));
    project.refreshLocal(IResource.DEPTH_INFINITE, progress.split(1));
    ResourcesPlugin.getWorkspace().save(false, progress.split(1)); // a crash keeps the project
    return caseFile(project)
        .orElseThrow(
            () -> new CoreException(Status.error(folder + " could not be read as a project.")));
  }

  /** Opens the plan editor on a case file, or shows the one that is open. UI thread. */
  public static IEditorPart openEditor(IWorkbenchPage page, IFile caseFile)
      throws PartInitException {
    return IDE.openEditor(page, caseFile, true);
  }

  private static Optional<IProject> projectOf(Path folder) {
    return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects())
        .filter(project -> project.getLocation() != null) // null: its file system is gone
        .filter(project -> project.getLocation().toPath().normalize().equals(folder))
        .findFirst();
  }

  private static IProject newProject(Path folder) {
    IWorkspace workspace = ResourcesPlugin.getWorkspace();
    String base = folder.getFileName() == null ? "case" : folder.getFileName().toString();
    IProject project = workspace.getRoot().getProject(base);
    for (int number = 2; project.exists(); number++) {
      project = workspace.getRoot().getProject(base + " " + number);
    }
    return project;
  }

  private static IProjectDescription description(IProject project, Path folder) {
    IWorkspace workspace = ResourcesPlugin.getWorkspace();
    IProjectDescription description = workspace.newProjectDescription(project.getName());
    IPath location = IPath.fromPath(folder);
    IPath byDefault = workspace.getRoot().getLocation().append(project.getName());
    if (!location.equals(byDefault)) {
      description.setLocation(location);
    }
    return description;
  }
}
