using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace OverdoseBot.Channels.Tests.House.Deploy;

/// <summary>What is in <c>deploy/</c> fits the program. No container, cluster or cloud is needed to tell; each rule is shown to bite.</summary>
public sealed class DeployTests
{
    private static readonly DeployFolder _shipped = DeployFolder.Shipped;

    public static TheoryData<string> Yamls => [.. _shipped.Files.Keys.Where(f => f.EndsWith(".yaml", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Yamls))]
    public void Every_yaml_file_can_be_read(string file) => _shipped.Yaml(file).Pairs.ShouldNotBeEmpty();

    [Fact]
    public void A_yaml_file_that_is_broken_is_found() =>
        Should.Throw<YamlException>(() => _shipped.With(DeployFolder.Pods, "spec:\n", "spec: [\n").Yaml(DeployFolder.Pods));

    [Fact]
    public void Every_setting_that_is_named_exists() => KnownSettings.Unknown(_shipped).ShouldBeEmpty();

    [Theory]
    [InlineData("README.md", "# Deploy", "# Deploy with Journal__Conection")]
    [InlineData("kubernetes/settings.yaml", "Retention:", "Retain:")]
    [InlineData(DeployFolder.Compose, "Region:", "REGION:")]
    [InlineData(DeployFolder.App, "MicrosoftAppId:", "MicrosoftAppKey:")]
    [InlineData("azure/main.bicep", "Sentiment__Endpoint", "Sentiment__Url")]
    [InlineData("sms/README.md", "Sms__Twilio__AuthToken", "Sms__Twilio__Token")]
    public void A_setting_that_does_not_exist_is_found(string file, string old, string changed) =>
        KnownSettings.Unknown(_shipped.With(file, old, changed)).ShouldHaveSingleItem().ShouldStartWith(file);

    [Theory]
    [InlineData("Journal__Connection")]
    [InlineData("Journal__Key")]
    [InlineData("Journal__OldKeys")]
    [InlineData("DirectLine__OldSigningKeys")]
    [InlineData("Retention")]
    [InlineData("Drain")]
    [InlineData("DirectLine__TokenLife")]
    [InlineData("DirectLine__TrustedOrigins")]
    [InlineData("RateLimit__Enabled")]
    [InlineData("Turns__AtOnce")]
    [InlineData("Sentiment__Threshold")]
    [InlineData("HumanLine__Hub")]
    [InlineData("Sms__Twilio__PerSecond")]
    [InlineData("MicrosoftAppType")]
    [InlineData("Connector__TrustedHosts")]
    public void The_settings_of_every_channel_are_known(string name) => KnownSettings.All.ShouldContain(name);

    [Fact]
    public void No_container_is_root_or_writable_or_asked_where_nothing_answers() => Containers.Faults(_shipped).ShouldBeEmpty();

    [Fact]
    public void The_service_has_three_addresses_for_its_health() => Containers.Addresses.ShouldBe(["/health/live", "/health/ready", "/health/serving"], ignoreOrder: true);

    [Theory]
    [InlineData(DeployFolder.Dockerfile, "USER 1654:1654", "USER 0:0")]
    [InlineData(DeployFolder.Dockerfile, "USER 1654:1654", "")]
    [InlineData(DeployFolder.Dockerfile, "EXPOSE 8080", "EXPOSE 80")]
    [InlineData(DeployFolder.Dockerfile, "-chiseled", "")]
    [InlineData(DeployFolder.Dockerfile, "Data Source=/data/", "Data Source=/app/")]
    [InlineData(DeployFolder.Compose, "read_only: true", "read_only: false")]
    [InlineData(DeployFolder.Compose, "cap_drop: [ALL]", "cap_drop: [NET_RAW]")]
    [InlineData(DeployFolder.Compose, "no-new-privileges:true", "seccomp:unconfined")]
    [InlineData(DeployFolder.Compose, "user: \"1000:1000\"", "user: root")]
    [InlineData(DeployFolder.Compose, "user: \"1654:1654\"", "user: \"1000:1000\"")]
    [InlineData(DeployFolder.Compose, "stop_grace_period: 45s", "stop_grace_period: 10s")]
    [InlineData(DeployFolder.Compose, "ASPNETCORE_HTTP_PORTS: \"8080\"", "ASPNETCORE_HTTP_PORTS: \"80\"")]
    [InlineData(DeployFolder.Compose, "    healthcheck:", "    x-none:")]
    [InlineData(DeployFolder.Compose, "  bot-b: *bot", "  bot-c: *bot")]
    [InlineData(DeployFolder.Proxy, "bot-b:8080", "bot-b:80")]
    [InlineData(DeployFolder.Proxy, "/health/serving", "/health/live")]
    [InlineData(DeployFolder.Proxy, "/health/serving", "/health/ready")]
    [InlineData(DeployFolder.Pods, "runAsNonRoot: true", "runAsNonRoot: false")]
    [InlineData(DeployFolder.Pods, "runAsUser: 1654", "runAsUser: 1000")]
    [InlineData(DeployFolder.Pods, "readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false")]
    [InlineData(DeployFolder.Pods, "allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true")]
    [InlineData(DeployFolder.Pods, "drop: [ALL]", "drop: []")]
    [InlineData(DeployFolder.Pods, "containerPort: 8080", "containerPort: 80")]
    [InlineData(DeployFolder.Pods, "/health/live", "/health/ready")]
    [InlineData(DeployFolder.Pods, "/health/ready", "/ready")]
    [InlineData(DeployFolder.Pods, "path: /health/serving", "path: /health/ready")]
    [InlineData(DeployFolder.Pods, "terminationGracePeriodSeconds: 45", "terminationGracePeriodSeconds: 30")]
    [InlineData("kubernetes/settings.yaml", "ASPNETCORE_HTTP_PORTS: \"8080\"", "ASPNETCORE_HTTP_PORTS: \"80\"")]
    [InlineData("kubernetes/service.yaml", "targetPort: http", "targetPort: https")]
    [InlineData("kubernetes/ingress.yaml", "port: { name: http }", "port: { name: web }")]
    [InlineData("kubernetes/network.yaml", "port: http", "port: 80")]
    [InlineData(DeployFolder.App, "var port = 8080", "var port = 80")]
    [InlineData(DeployFolder.App, "'/health/live'", "'/live'")]
    [InlineData(DeployFolder.App, "'/health/serving'", "'/health/ready'")]
    [InlineData(DeployFolder.App, "terminationGracePeriodSeconds: 45", "terminationGracePeriodSeconds: 30")]
    public void A_container_that_is_not_as_it_must_be_is_found(string file, string old, string changed) =>
        Containers.Faults(_shipped.With(file, old, changed)).ShouldNotBeEmpty();

    [Fact]
    public void No_value_looks_like_a_secret() => Secrets.In(_shipped).ShouldBeEmpty();

    [Theory]
    [InlineData("kubernetes/settings.yaml", "  Region: us", "  PGPASSWORD: hunter2")]
    [InlineData("kubernetes/settings.yaml", "Username=bot;", "Username=bot;Password=hunter2;")]
    [InlineData(DeployFolder.Compose, "POSTGRES_PASSWORD_FILE: /run/secrets/postgres_password", "POSTGRES_PASSWORD: hunter2")]
    [InlineData(DeployFolder.Compose, "    Region:", "    DirectLine__SigningKey: \"correct horse\"\n    Region:")]
    [InlineData(DeployFolder.Compose, "    Region:", "    Journal__Key: \"correct horse\"\n    Region:")]
    [InlineData("kubernetes/settings.yaml", "  Region: us", "  Journal__OldKeys: hunter2")]
    [InlineData("azure/main.bicepparam", "'journal-key'", "'hunter2'")]
    [InlineData("azure/main.bicepparam", "param region = 'us'", "param key = '8f14e45fceea167a5a36dedd4bea2543'")]
    [InlineData("azure/postgres.bicep", "administratorLoginPassword: password", "administratorLoginPassword: 'hunter2'")]
    [InlineData("azure/sms.bicep", "authToken: authToken", "authToken: 'hunter2'")]
    [InlineData("runbook.md", "# ", "-----BEGIN PRIVATE KEY-----")]
    public void A_secret_is_found(string file, string old, string changed) => Secrets.In(_shipped.With(file, old, changed)).ShouldNotBeEmpty();

    [Fact]
    public void What_compose_must_be_told_stands_where_it_reads_it_in_every_shell_and_not_in_git()
    {
        var must = Regex.Matches(_shipped.Files[DeployFolder.Compose], @"\$\{(\w+):\?").Select(m => m.Groups[1].Value + "=%s").Distinct().ToList();

        must.Count.ShouldBe(2);
        _shipped.Find("runbook.md", @"printf '([^']+)' \S+ \S+ > \.env;").Split("\\n", StringSplitOptions.RemoveEmptyEntries).ShouldBe(must, ignoreOrder: true);
        File.ReadAllLines(Path.Combine(Shipped.Root, ".gitignore")).ShouldContain("deploy/compose/.env");
    }

    [Fact]
    public void More_replicas_are_asked_of_the_autoscaler_which_would_undo_all_else()
    {
        var scaler = _shipped.Yaml("kubernetes/autoscaler.yaml");
        var asked = Regex.Match(_shipped.Files["runbook.md"], @"kubectl -n (\S+) patch hpa (\S+) -p '\{""spec"":\{""minReplicas"":(\d+)\}\}'`, (\d+) at most");

        asked.Groups[1].Value.ShouldBe(_shipped.Yaml("kubernetes/namespace.yaml").Under("metadata", "name").Text);
        asked.Groups[2].Value.ShouldBe(scaler.Under("metadata", "name").Text);
        asked.Groups[4].Value.ShouldBe(scaler.Under("spec", "maxReplicas").Text);
        int.Parse(asked.Groups[3].Value, CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(int.Parse(asked.Groups[4].Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_the_index_lists_is_there_and_what_is_there_is_listed()
    {
        var listed = Regex.Matches(_shipped.Files["README.md"], "^\\| `([^`]+)`", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();

        _shipped.Files.Keys.Select(f => f.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? f[..(end + 1)] : f).Distinct()
            .Where(f => f != "README.md").ShouldBe(listed, ignoreOrder: true);
    }
}
