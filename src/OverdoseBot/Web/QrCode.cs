using System.Globalization;
using System.Text;
using QRCoder;

namespace OverdoseBot.Web;

/// <summary>A QR code as a picture: dark on white, with the quiet border that cameras need (ISO/IEC 18004).</summary>
internal static class QrCode
{
    /// <summary>The code of a text, as SVG; a quarter of it may be unreadable (level Q), because paper on a fridge gets stained.</summary>
    public static string Svg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var rows = code.ModuleMatrix;
        var dark = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (rows[y][x])
                {
                    dark.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}H0z"/><path d="{dark}"/></svg>""";
    }
}
