/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.model.Course;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.samples.SampleCases;

class CourseTimesTest {

  @ParameterizedTest(name = "{0} to {1}: {2} days")
  @CsvSource({
    "2023-02-27, 2024-03-01, 368", // the worked example: over 29 February 2024
    "2019-12-31, 2020-01-01, 1",
    "2020-01-01, 2020-01-01, 0",
    "2020-01-02, 2020-01-01, -1"
  })
  void countsDaysFromTheLastToTheFirstDay(String end, String start, long days) {
    assertEquals(
        OptionalLong.of(days), CourseTimes.intervalDays(course("", end), course(start, "")));
  }

  @Test
  void intervalIsUnknownWhenADayIs() {
    Course known = course("2020-01-01", "2020-02-01");

    assertEquals(OptionalLong.empty(), CourseTimes.intervalDays(course("2019-01-01", ""), known));
    assertEquals(OptionalLong.empty(), CourseTimes.intervalDays(known, course("", "2024-01-01")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "20240301", "2024-02-30", "1 March 2024"})
  void whatIsNoDateIsUnknown(String text) {
    assertEquals(Optional.empty(), CourseTimes.date(text));
  }

  @Test
  void anUnsetDateIsUnknown() {
    assertEquals(Optional.empty(), CourseTimes.startDate(ModelFactory.eINSTANCE.createCourse()));
  }

  @Test
  void previousCoursesComeEarliestFirstAndUndatedLast() {
    PatientCase sample = SampleCases.reirradiation();
    Course undated = SampleCases.paperCourse();
    undated.setLabel("undated");
    undated.setStartDate("");
    undated.setEndDate("");
    sample.getCourses().addFirst(undated);

    assertEquals(
        List.of("Paper", "First course", "undated"),
        CourseTimes.previousCourses(sample).stream().map(Course::getLabel).toList());
    assertEquals("Re-irradiation", CourseTimes.plannedCourse(sample).orElseThrow().getLabel());
  }

  @Test
  void sumsThePlansOfACourse() {
    Course course = SampleCases.reirradiation().getCourses().getFirst();
    course.getPlans().add(ModelFactory.eINSTANCE.createPlan());
    course.getPlans().getLast().setPrescription(SampleCases.prescription(10, 5));

    assertEquals(OptionalDouble.of(70), CourseDoses.totalDoseGy(course));
    assertEquals(OptionalInt.of(35), CourseDoses.fractionCount(course));
  }

  @Test
  void aSumWithAnUnknownPartIsUnknown() {
    Course course = SampleCases.reirradiation().getCourses().getFirst();
    course.getPlans().add(ModelFactory.eINSTANCE.createPlan());

    assertEquals(OptionalDouble.empty(), CourseDoses.totalDoseGy(course));
    assertEquals(
        OptionalDouble.empty(), CourseDoses.totalDoseGy(ModelFactory.eINSTANCE.createCourse()));
  }

  @Test
  void aPaperCourseHasItsTypedPrescription() {
    assertEquals(OptionalDouble.of(66), CourseDoses.totalDoseGy(SampleCases.paperCourse()));
    assertEquals(OptionalInt.of(33), CourseDoses.fractionCount(SampleCases.paperCourse()));
  }

  @Test
  void dosePerFractionIsUnknownWithoutFractions() {
    var prescription = SampleCases.prescription(60, 30);
    assertEquals(OptionalDouble.of(2), CourseDoses.dosePerFractionGy(prescription));
    assertEquals(2.0, prescription.getDosePerFractionGy());

    prescription.unsetFractionCount();

    assertEquals(OptionalDouble.empty(), CourseDoses.dosePerFractionGy(prescription));
  }

  private static Course course(String start, String end) {
    Course course = ModelFactory.eINSTANCE.createCourse();
    course.setStartDate(start);
    course.setEndDate(end);
    return course;
  }
}
