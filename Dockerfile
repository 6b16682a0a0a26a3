# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
# Tests and format are the business of `mvn verify`, which wants a browser and a second server.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -DskipTests -Dspotless.check.skip=true package \
 && java -Djarmode=tools -jar target/zhaoshang-bot.jar extract --layers --destination layers

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 zhaoshang \
 && useradd --system --uid 10001 --gid zhaoshang --home-dir /app --no-create-home zhaoshang \
 && install -d -o zhaoshang -g zhaoshang /app/data
WORKDIR /app
# What changes least comes first, so a new version of the application sends a few megabytes.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# Its classes as this JVM has them in memory, from a start that ends before anything is served.
RUN DATA_DIR=/tmp/data java -Xlog:disable -XX:+UseG1GC -XX:TieredStopAtLevel=1 \
      -XX:ArchiveClassesAtExit=zhaoshang-bot.jsa -Dspring.context.exit=onRefresh -jar zhaoshang-bot.jar \
 && rm -rf /tmp/data
USER zhaoshang
# Outside the loopback address the HTTP API serves nobody who does not bear API_TOKEN.
ENV SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=8080 \
    DATA_DIR=/app/data \
    JAVA_TOOL_OPTIONS="-XX:+UseG1GC -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=70 -XX:TieredStopAtLevel=1 -Xms64m -Xmx384m -XX:SharedArchiveFile=/app/zhaoshang-bot.jsa"
VOLUME /app/data
EXPOSE 8080
# By bash alone, which is essential to the Ubuntu below; curl and wget may not stay in the image.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [[ $status == 200 ]]"]
ENTRYPOINT ["java", "-jar", "zhaoshang-bot.jar"]
