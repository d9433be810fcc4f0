using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OverdoseBot.Journal;
using OverdoseBot.Web;

namespace OverdoseBot.Channels.Tests.House.Deploy;

/// <summary>What each container must be: not root, read-only, asked for its health where the service answers, on the port that it listens to, and given time to finish.</summary>
internal static partial class Containers
{
    // Seconds: the longest drain and the shutdown after it (WebService).
    private const int Leaving = 30;

    public static IEnumerable<string> Faults(DeployFolder folder) => [.. Image(folder), .. Compose(folder), .. Proxy(folder), .. Pods(folder), .. Roads(folder), .. Azure(folder)];

    /// <summary>The addresses of the service's health.</summary>
    public static IReadOnlyList<string> Addresses { get; } = Health();

    private static string Port(DeployFolder folder) => folder.Find(DeployFolder.Dockerfile, @"ASPNETCORE_HTTP_PORTS=(\d+)");

    private static string User(DeployFolder folder) => folder.Find(DeployFolder.Dockerfile, @"^USER (\S+)$");

    private static IEnumerable<string> Image(DeployFolder folder)
    {
        var volume = folder.Find(DeployFolder.Dockerfile, @"^VOLUME (\S+)$");
        return Check(
            (NumberPattern().IsMatch(User(folder)), "the image's user is no number above 0"),
            (folder.Find(DeployFolder.Dockerfile, @"^EXPOSE (\d+)$") == Port(folder), "the image exposes a port that the service does not listen to"),
            (folder.Find(DeployFolder.Dockerfile, @"^ARG RUNTIME=(\S+)$").EndsWith("-chiseled", StringComparison.Ordinal), "the image's base is not chiselled"),
            (folder.Find(DeployFolder.Dockerfile, @"Data Source=([^""]+)").StartsWith(volume + "/", StringComparison.Ordinal), "the journal's file is not on the volume"));
    }

    private static IEnumerable<string> Compose(DeployFolder folder) => folder.Yaml(DeployFolder.Compose)["services"].Pairs.SelectMany(s => Check(
        (s.Value["read_only"].Text == "true", $"compose {s.Key} may write"),
        (s.Value["cap_drop"].Has("ALL"), $"compose {s.Key} keeps capabilities"),
        (s.Value["security_opt"].Has("no-new-privileges:true"), $"compose {s.Key} may gain rights"),
        (NumberPattern().IsMatch(s.Value["user"].Text), $"compose {s.Key} is root, or nobody says that it is not"),
        (!s.Value["privileged"].Exists, $"compose {s.Key} is privileged"),
        (!IsBot(s.Key) || s.Value["user"].Text == User(folder), $"compose {s.Key} is not the image's user"),
        (!IsBot(s.Key) || s.Value.Under("environment", "ASPNETCORE_HTTP_PORTS").Text == Port(folder), $"compose {s.Key} listens to another port"),
        (!IsBot(s.Key) || Seconds(s.Value["stop_grace_period"].Text.TrimEnd('s')) > Leaving, $"compose {s.Key} is killed before it has finished"),
        (IsBot(s.Key) || s.Value.Under("healthcheck", "test").Items.Any(), $"compose {s.Key} is never asked for its health")));

    // The replicas are asked by the proxy.
    private static IEnumerable<string> Proxy(DeployFolder folder)
    {
        var bots = folder.Yaml(DeployFolder.Compose)["services"].Pairs.Where(s => IsBot(s.Key)).Select(s => $"{s.Key}:{Port(folder)}");
        return Check(
            (folder.Find(DeployFolder.Proxy, @"reverse_proxy ([^{]+)\{").Split(' ', StringSplitOptions.RemoveEmptyEntries).Order().SequenceEqual(bots.Order()), "the proxy's replicas are not compose's"),
            (folder.Find(DeployFolder.Proxy, @"health_uri (\S+)") == "/health/serving", "the proxy sends people to replicas that stop, or to none while the journal is away"));
    }

    private static IEnumerable<string> Pods(DeployFolder folder)
    {
        var pod = folder.Yaml(DeployFolder.Pods).Under("spec", "template", "spec");
        var container = pod["containers"].Items.Single();
        var secured = container["securityContext"];
        var user = pod.Under("securityContext", "runAsUser").Text;
        var port = container["ports"].Items.Single();
        return Check(
            (pod.Under("securityContext", "runAsNonRoot").Text == "true" && User(folder).StartsWith(user + ":", StringComparison.Ordinal), "pods are not the image's user"),
            (secured["readOnlyRootFilesystem"].Text == "true", "pods may write"),
            (secured["allowPrivilegeEscalation"].Text == "false", "pods may gain rights"),
            (secured.Under("capabilities", "drop").Has("ALL"), "pods keep capabilities"),
            (port["containerPort"].Text == Port(folder) && port["containerPort"].Text == folder.Yaml("kubernetes/settings.yaml").Under("data", "ASPNETCORE_HTTP_PORTS").Text, "pods listen to another port"),
            (Asks("startupProbe") == "/health/ready", "pods get people before they are ready"),
            (Asks("readinessProbe") == "/health/serving", "people are sent to pods that stop, or to none while the journal is away"),
            (Asks("livenessProbe") == "/health/live", "pods are killed for a journal that is away"),
            (Seconds(pod["terminationGracePeriodSeconds"].Text) > Leaving, "pods are killed before they have finished"));

        string Asks(string probe) => container.Under(probe, "httpGet", "port").Text == port["name"].Text && container.Under(probe, "httpGet", "path").Text is var path && Addresses.Contains(path) ? path : "";
    }

    private static IEnumerable<string> Roads(DeployFolder folder)
    {
        var name = folder.Yaml(DeployFolder.Pods).Under("spec", "template", "spec")["containers"].Items.Single()["ports"].Items.Single()["name"].Text;
        var service = folder.Yaml("kubernetes/service.yaml");
        var backend = folder.Yaml("kubernetes/ingress.yaml").Under("spec")["rules"].Items.Single().Under("http")["paths"].Items.Single().Under("backend", "service");
        var open = folder.Yaml("kubernetes/network.yaml").Under("spec")["ingress"].Items.Single()["ports"].Items.Single();
        return Check(
            (service.Under("spec")["ports"].Items.Single()["targetPort"].Text == name, "the service leads to no port of the pods"),
            (backend["name"].Text == service.Under("metadata", "name").Text && backend.Under("port", "name").Text == service.Under("spec")["ports"].Items.Single()["name"].Text, "the ingress leads to no service"),
            (open["port"].Text == name, "the network lets nobody in to the pods"));
    }

    private static IEnumerable<string> Azure(DeployFolder folder)
    {
        var probes = ProbePattern().Matches(folder.Files[DeployFolder.App]).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        return Check(
            (folder.Find(DeployFolder.App, @"^var port = (\d+)$") == Port(folder), "Azure's port is not the image's"),
            (probes.Values.All(Addresses.Contains), "Azure asks where nothing answers"),
            (probes.GetValueOrDefault("Startup") == "/health/ready", "Azure sends people before replicas are ready"),
            (probes.GetValueOrDefault("Readiness") == "/health/serving", "Azure sends people to replicas that stop, or to none while the journal is away"),
            (probes.GetValueOrDefault("Liveness") == "/health/live", "Azure kills replicas for a journal that is away"),
            (Seconds(folder.Find(DeployFolder.App, @"terminationGracePeriodSeconds: (\d+)")) > Leaving, "Azure kills replicas before they have finished"));
    }

    private static bool IsBot(string service) => service.StartsWith("bot-", StringComparison.Ordinal);

    private static int Seconds(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    private static IEnumerable<string> Check(params (bool Holds, string Fault)[] checks) => checks.Where(c => !c.Holds).Select(c => c.Fault);

    // From the routes themselves: nothing is asked here, so no journal is needed.
    private static List<string> Health()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<IJournal>(_ => throw new InvalidOperationException()).AddSingleton<Draining>().AddSingleton<Loops>();
        var app = builder.Build();
        Web.Health.Map(app);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!)];
    }

    [GeneratedRegex(@"^[1-9]\d*(:[1-9]\d*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"type: '(\w+)'\s+httpGet: \{ path: '([^']+)', port: port \}", RegexOptions.CultureInvariant)]
    private static partial Regex ProbePattern();
}
