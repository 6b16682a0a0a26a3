package dev.zhaoshang.understanding.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What words of time mean on Tuesday, 24 November 2026, at ten in the morning in Shanghai. Expected
 * are day or days, time or times, part of the day, "by" for the latest time, or the problem.
 */
class TimeReaderTest {

  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-11-24T10:00+08:00[Asia/Shanghai]");

  private final TimeReader reader = TimeReader.load();

  private TimeReading read(String text, ZonedDateTime now, Facing facing) {
    return reader.read(text, now, facing);
  }

  private String ahead(String text) {
    return shown(read(text, NOW, Facing.AHEAD));
  }

  private static String shown(TimeReading reading) {
    List<String> parts = new ArrayList<>();
    reading.times().forEach(when -> parts.add(shown(when)));
    reading.lengths().forEach(length -> parts.add(length.amount() + " " + length.unit()));
    reading.unclear().forEach(unclear -> parts.add("!" + unclear.problem()));
    return String.join(" + ", parts);
  }

  private static String shown(When when) {
    StringBuilder shown = new StringBuilder(when.from().toString().substring(5));
    if (when.from().getYear() != 2026) {
      shown.insert(0, when.from().getYear() + "-");
    }
    if (!when.isOneDay()) {
      shown.append("..").append(when.to().toString().substring(5));
    }
    if (when.time() != null) {
      shown.append(' ').append(when.time());
    }
    if (when.end() != null) {
      shown.append('-').append(when.end());
    }
    if (when.part() != null && when.time() == null) {
      shown.append(' ').append(when.part().name().toLowerCase(Locale.ROOT));
    }
    return when.by() ? shown + " by" : shown.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "今天, 11-24",
    "明天, 11-25",
    "后天, 11-26",
    "大后天, 11-27",
    "今晚, 11-24 evening",
    "明早, 11-25 morning",
    "tomorrow, 11-25",
    "the day after tomorrow, 11-26",
    "tonight, 11-24 evening",
    "this afternoon, 11-24 afternoon",
    "tomorrow morning, 11-25 morning",
    "周五, 11-27",
    "星期五, 11-27",
    "礼拜五, 11-27",
    "周二, 11-24",
    "周四10点, 11-26 10:00",
    "5000周四, 11-26",
    "周一, 11-30",
    "这周五, 11-27",
    "本周日, 11-29",
    "下周二, 12-01",
    "下周一, 11-30",
    "下下周一, 12-07",
    "下週三, 12-02",
    "Friday, 11-27",
    "on Mon, 11-30",
    "this Friday, 11-27",
    "next Tuesday, 12-01",
    "next Friday, 12-04",
    "周末, 11-28..11-29",
    "下周末, 12-05..12-06",
    "下周, 11-30..12-06",
    "这周, 11-24..11-29",
    "next week, 11-30..12-06",
    "this weekend, 11-28..11-29",
    "end of the week, 11-27",
  })
  void days_of_the_week_count_from_monday(String text, String meant) {
    assertThat(ahead(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "12月5号, 12-05",
    "十二月五号, 12-05",
    "12月5日, 12-05",
    "12月15, 12-15",
    "3月5号, 2027-03-05",
    "明年3月5号, 2027-03-05",
    "2027年3月5日, 2027-03-05",
    "2027-03-05, 2027-03-05",
    "2026/12/5, 12-05",
    "12/5, 12-05",
    "28号, 11-28",
    "二十八号, 11-28",
    "5号, 12-05",
    "下个月5号, 12-05",
    "本月30号, 11-30",
    "December 5, 12-05",
    "Dec 5th, 12-05",
    "5 December, 12-05",
    "the 5th of December, 12-05",
    "the 28th, 11-28",
    "'March 5, 2027', 2027-03-05",
    "Mar 5, 2027-03-05",
    "月底, 11-30",
    "这个月底, 11-30",
    "本月底, 11-30",
    "下月底, 12-31",
    "下个月底, 12-31",
    "12月底, 12-31",
    "月初, 12-01..12-05",
    "下个月中旬, 12-11..12-20",
    "年底, 12-31",
    "季末, 12-31",
    "下个月, 12-01..12-31",
    "end of the month, 11-30",
    "month end, 11-30",
    "end of next month, 12-31",
    "end of December, 12-31",
    "next month, 12-01..12-31",
    "end of the year, 12-31",
    "end of the quarter, 12-31",
  })
  void dates_without_a_year_are_the_next(String text, String meant) {
    assertThat(ahead(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "明天下午三点, 11-25 15:00",
    "明天下午3点半, 11-25 15:30",
    "明天三点, 11-25 15:00",
    "明天下午3:30, 11-25 15:30",
    "明天15:00, 11-25 15:00",
    "明天3:30, 11-25 15:30",
    "明天03:30, 11-25 03:30",
    "明天上午九点, 11-25 09:00",
    "明天9点一刻, 11-25 09:15",
    "明天9点45分, 11-25 09:45",
    "周五晚上8点, 11-27 20:00",
    "周五晚8点, 11-27 20:00",
    "今晚8点, 11-24 20:00",
    "明早八点, 11-25 08:00",
    "明天中午12点, 11-25 12:00",
    "明天中午1点, 11-25 13:00",
    "明天晚上12点, 11-26 00:00",
    "明天24点, 11-26 00:00",
    "明天凌晨2点, 11-25 02:00",
    "tomorrow at 3pm, 11-25 15:00",
    "3pm tomorrow, 11-25 15:00",
    "tomorrow 3:30 pm, 11-25 15:30",
    "tomorrow at 3, 11-25 15:00",
    "tomorrow at 9, 11-25 09:00",
    "Friday at noon, 11-27 noon",
    "at 10 a.m. on Friday, 11-27 10:00",
    "half past three tomorrow, 11-25 15:30",
    "quarter to five tomorrow, 11-25 16:45",
    "12 am tomorrow, 11-25 00:00",
    "明天下班前, 11-25 close by",
    "tomorrow end of day, 11-25 close",
    "周五的下午, 11-27 afternoon",
    "下周二那天上午, 12-01 morning",
  })
  void three_o_clock_at_work_is_in_the_afternoon(String text, String meant) {
    assertThat(ahead(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "三点, 11-24 15:00",
    "18:00, 11-24 18:00",
    "八点, 11-24 20:00",
    "9:30, 11-24 21:30",
    "09:30, 11-25 09:30",
    "下午, 11-24 afternoon",
    "上午, 11-24 morning",
    "at 3pm, 11-24 15:00",
    "9am, 11-25 09:00",
  })
  void a_bare_time_is_the_next_one(String text, String meant) {
    assertThat(ahead(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "周五前, 11-27 by",
    "周五之前, 11-27 by",
    "最晚周五, 11-27 by",
    "月底前, 11-30 by",
    "12月5号以前, 12-05 by",
    "下周前, 11-29 by",
    "周末前, 11-27 by",
    "下周内, 12-04 by",
    "本周内, 11-27 by",
    "明天下午三点前, 11-25 15:00 by",
    "三天内, 11-27 by",
    "by Friday, 11-27 by",
    "before Friday, 11-27 by",
    "by next week, 12-04 by",
    "before next week, 11-29 by",
    "by the end of the month, 11-30 by",
    "by 3pm tomorrow, 11-25 15:00 by",
    "no later than December 5, 12-05 by",
    "within three days, 11-27 by",
  })
  void the_latest_time_is_told_as_such(String text, String meant) {
    assertThat(ahead(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "半小时后, 11-24 10:30",
    "一个半小时后, 11-24 11:30",
    "2小时后, 11-24 12:00",
    "过20分钟, 11-24 10:20",
    "一刻钟后, 11-24 10:15",
    "三天后, 11-27",
    "两周后, 12-08",
    "一个月后, 12-24",
    "半个月后, 12-09",
    "in half an hour, 11-24 10:30",
    "in an hour and a half, 11-24 11:30",
    "in 20 minutes, 11-24 10:20",
    "in two weeks, 12-08",
    "a week from now, 12-01",
    "three days later, 11-27",
    "in a couple of days, 11-26",
  })
  void lengths_from_now_on_give_a_time(String text, String meant) {
    assertThat(ahead(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "3天, 3 Days",
    "三天, 3 Days",
    "半天, 1 HalfDays",
    "一天半, 3 HalfDays",
    "两周, 2 Weeks",
    "一个星期, 1 Weeks",
    "半小时, 30 Minutes",
    "3 days, 3 Days",
    "half a day, 1 HalfDays",
    "two weeks, 2 Weeks",
  })
  void a_length_alone_is_a_length(String text, String meant) {
    assertThat(ahead(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "下周一到周四, 11-30..12-03",
    "下周一至下周四, 11-30..12-03",
    "周四到周二, 11-26..12-01",
    "12月5号到8号, 12-05..12-08",
    "12月5-8号, 12-05..12-08",
    "12月30号到1月2号, 12-30..01-02",
    "明天到周五, 11-25..11-27",
    "明天下午两点到四点, 11-25 14:00-16:00",
    "明天下午2-4点, 11-25 14:00-16:00",
    "明天9点到11点半, 11-25 09:00-11:30",
    "明天上午10点到下午3点, 11-25 10:00-15:00",
    "Monday to Thursday, 11-30..12-03",
    "from Monday to Thursday, 11-30..12-03",
    "Mon-Thu, 11-30..12-03",
    "December 5 to 8, 12-05..12-08",
    "Dec 5-8, 12-05..12-08",
    "tomorrow 2-4pm, 11-25 14:00-16:00",
    "tomorrow from 9am to 11am, 11-25 09:00-11:00",
  })
  void ranges_end_after_they_begin(String text, String meant) {
    assertThat(ahead(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "明天25点, !HOUR",
    "25:00, !HOUR",
    "明天下午3点75分, !MINUTE",
    "2月30日, !DAY",
    "11月31号, !DAY",
    "February 30, !DAY",
    "32号, !DAY",
    "周八, !DAY",
    "13月5号, !MONTH",
    "昨天, !PAST",
    "上周五, !PAST",
    "yesterday, !PAST",
    "last Friday, !PAST",
    "11月10号, !PAST",
    "2025年3月5日, !PAST",
    "今天9点, !PAST",
    "三天前, !PAST",
    "3 days ago, !PAST",
    "过几天, !VAGUE",
    "春节前, !VAGUE",
    "in a few days, !VAGUE",
    "周五12月5号, !CONFLICT",
    "12月8号到12月5号, !BACKWARDS",
    "明天下午四点到下午两点, !BACKWARDS",
  })
  void what_cannot_be_is_named_and_not_guessed(String text, String problem) {
    assertThat(ahead(text)).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "便宜一点",
        "早一点",
        "有三点要求",
        "三点意见",
        "人民路5号",
        "康泰医药13812345678",
        "每周一次",
        "两周一次",
        "月底价",
        "扣率3.5",
        "今年",
        "临床20个人",
        "天气不错",
        "第三天堂",
        "your price is 25",
        "12 reps",
        "may be",
        "周总",
        "一个人做",
        "底价12/盒",
      })
  void other_words_tell_no_time(String text) {
    TimeReading reading = read(text, NOW, Facing.AHEAD);
    assertThat(reading.times()).as(text).isEmpty();
    assertThat(reading.unclear()).as(text).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "昨天, 11-23",
    "周五, 11-20",
    "周二, 11-24",
    "上周五, 11-20",
    "11月10号, 11-10",
    "12月5号, 2025-12-05",
    "28号, 10-28",
    "三天前, 11-21",
    "9点, 11-24 09:00",
  })
  void told_of_the_past_a_bare_day_is_the_last_one(String text, String meant) {
    assertThat(shown(read(text, NOW, Facing.BACK))).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "明天给李总回电 周五前寄报告, 11-25 + 11-27 by",
    "周五前寄质检报告, 11-27 by",
    "remind me tomorrow at 3pm to call Li, 11-25 15:00",
    "答应他月底给铺货方案, 11-30",
    "12月8号去上海 出差3天, 12-08 + 3 Days",
    "下周二12月1号见面, 12-01",
  })
  void times_stand_within_sentences(String text, String meant) {
    assertThat(ahead(text)).isEqualTo(meant);
  }

  @Test
  void the_words_are_where_the_span_says() {
    String text = "我答应周五下午三点前寄报告";
    When when = read(text, NOW, Facing.AHEAD).first().orElseThrow();
    assertThat(text.substring(when.span().from(), when.span().to())).isEqualTo("周五下午三点前");
  }

  @Test
  void a_time_that_daylight_saving_leaves_out_is_an_hour_later() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ZonedDateTime now = ZonedDateTime.parse("2026-03-28T12:00+01:00[Europe/Berlin]");
    When gap = read("明天凌晨2点半", now, Facing.AHEAD).first().orElseThrow();
    assertThat(gap.due(berlin, LocalTime.NOON)).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
  }

  @Test
  void a_time_that_occurs_twice_is_the_first() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ZonedDateTime now = ZonedDateTime.parse("2026-10-24T12:00+02:00[Europe/Berlin]");
    When twice = read("tomorrow at 2:30 am", now, Facing.AHEAD).first().orElseThrow();
    assertThat(twice.due(berlin, LocalTime.NOON)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
  }

  @Test
  void half_an_hour_is_half_an_hour_when_the_clocks_go_back() {
    ZonedDateTime now = ZonedDateTime.parse("2026-10-25T02:45+02:00[Europe/Berlin]");
    When soon = read("半小时后", now, Facing.AHEAD).first().orElseThrow();
    assertThat(soon.due(now.getZone(), LocalTime.NOON))
        .isEqualTo(now.toInstant().plusSeconds(1800));
  }

  @Test
  void the_latest_time_without_an_hour_is_the_end_of_its_part() {
    When by = read("周五下午前", NOW, Facing.AHEAD).first().orElseThrow();
    assertThat(by.due(NOW.getZone(), LocalTime.NOON))
        .isEqualTo(Instant.parse("2026-11-27T10:00:00Z"));
  }
}
