using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace OverdoseBot.Connector.Tests;

/// <summary>A throw-away key that signs tokens, as an issuer publishes it.</summary>
internal sealed class SigningKey(string id, params string[] endorsements) : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2_048);

    public string Id => id;

    public byte[] PublicKey => _rsa.ExportSubjectPublicKeyInfo();

    /// <summary>The entry of the key set: with the channels that the key may speak for.</summary>
    public JsonObject Published()
    {
        var key = _rsa.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
            ["endorsements"] = new JsonArray([.. endorsements.Select(e => JsonValue.Create(e))]),
        };
    }

    /// <summary>A token with this header and these claims, signed with RS256 whatever the header says.</summary>
    public string Sign(JsonObject claims, JsonObject? header = null)
    {
        var signed = Unsigned(header ?? new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = id, ["x5t"] = id }, claims);
        return $"{signed}.{Base64Url.EncodeToString(_rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>Header and claims of a token.</summary>
    public static string Unsigned(JsonObject header, JsonObject claims) => $"{Part(header)}.{Part(claims)}";

    public void Dispose() => _rsa.Dispose();

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
