/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.audit.AuditException;
import org.recourse.audit.RecordStore;
import org.recourse.audit.Replay;
import org.recourse.audit.ReplayedRecord;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes recorded assessments again and compares every number. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Recomputes recorded assessments and compares every number.")
final class ReplayCommand extends CommandTask {

  private static final int MOST_DIFFERENCES = 50;

  @Parameters(
      index = "0",
      arity = "1..*",
      paramLabel = "RECORD",
      description = "Record files, or case folders for all of their records.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--json",
      paramLabel = "F",
      description = "JSON result; - is standard output, which is the default.")
  private String json = "-";

  ReplayCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    List<Path> files = files();
    SubMonitor progress = SubMonitor.convert(monitor, "Replaying", files.size());
    var result = new JsonResult("replay", surroundings());
    var replay =
        new Replay(
            surroundings().catalogue(),
            surroundings().protocols(),
            executor,
            surroundings().software());
    var records = new JsonArray();
    for (Path file : files) {
      progress.checkCanceled();
      progress.setTaskName("Replaying " + file.getFileName());
      result.inputFile(file);
      try {
        ReplayedRecord replayed = replay.replay(file, progress.split(1));
        result.findings(replayed.findings());
        if (!replayed.agrees()) {
          result.findings(
              List.of(
                  Finding.error(
                      replayed.differences().size()
                          + " of "
                          + replayed.compared()
                          + " numbers do not agree with the record.",
                      file.toString())));
        }
        records.add(json(replayed, result));
      } catch (AuditException e) {
        throw new RefusalException(e.getMessage(), e);
      }
    }
    result.add("records", records);
    new ResultFile(json).write(result.text(), surroundings().out());
    return ExitCode.of(result.findings());
  }

  private List<Path> files() throws RefusalException {
    List<Path> files = new ArrayList<>();
    for (Path input : inputs) {
      if (!Files.isDirectory(input)) {
        files.add(input);
        continue;
      }
      try {
        List<Path> found = new RecordStore(input).records();
        if (found.isEmpty()) {
          throw new RefusalException(
              input + " has no records; make one with: assess " + input + " --json F");
        }
        files.addAll(found);
      } catch (IOException e) {
        throw new RefusalException(input + " cannot be read: " + e, e);
      }
    }
    return files;
  }

  private static JsonObject json(ReplayedRecord replayed, JsonResult result) {
    var object = new JsonObject();
    object.addProperty("record", replayed.file().toString());
    object.addProperty("kind", replayed.record().kind().name());
    object.addProperty("recordedBy", replayed.record().software());
    object.addProperty("recordedAt", replayed.record().created().toString());
    object.addProperty("device", replayed.record().device());
    object.addProperty("agrees", replayed.agrees());
    object.addProperty("comparedNumbers", replayed.compared());
    object.addProperty("differingNumbers", replayed.differences().size());
    var differences = new JsonArray();
    for (ReplayedRecord.Difference difference :
        replayed.differences().stream().limit(MOST_DIFFERENCES).toList()) {
      var json = new JsonObject();
      json.addProperty("key", difference.key());
      difference
          .recorded()
          .ifPresent(value -> result.number(json, "recorded", value, difference.key()));
      difference.now().ifPresent(value -> result.number(json, "now", value, difference.key()));
      JsonResult.optional(json, "text", difference.text());
      differences.add(json);
    }
    object.add("differences", differences);
    return object;
  }
}
