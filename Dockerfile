# One of the four services, already packaged: mvn package -Dquick
#   docker build --build-arg MODULE=initiator-gateway -t closed-loop/initiator-gateway .
FROM eclipse-temurin:21-jre

ARG MODULE
WORKDIR /hub
# From what seldom changes to what often does.
COPY ${MODULE}/target/quarkus-app/lib/ app/lib/
COPY ${MODULE}/target/quarkus-app/quarkus/ app/quarkus/
COPY ${MODULE}/target/quarkus-app/quarkus-run.jar app/
COPY ${MODULE}/target/quarkus-app/app/ app/app/
COPY deploy/directory/ directory/
COPY use-cases/ use-cases/

ENV HUB_DIRECTORY=/hub/directory \
    HUB_USE_CASES=/hub/use-cases \
    QUARKUS_HTTP_HOST=0.0.0.0 \
    QUARKUS_HTTP_PORT=8080
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "/hub/app/quarkus-run.jar"]
