"""The properties that XMP 2005 defines and PDF/A-2 therefore knows, with the types of their values.

``*`` is a list in any order (Bag), ``+`` one in order (Seq), ``?`` a choice (Alt).
"""

from __future__ import annotations

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML = "http://www.w3.org/XML/1998/namespace"
PDFAID = "http://www.aiim.org/pdfa/ns/id/"
PDFUAID = "http://www.aiim.org/pdfua/ns/id/"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
PROPERTY = "http://www.aiim.org/pdfa/ns/property#"
TYPE = "http://www.aiim.org/pdfa/ns/type#"
FIELD = "http://www.aiim.org/pdfa/ns/field#"
DC = "http://purl.org/dc/elements/1.1/"
PDF = "http://ns.adobe.com/pdf/1.3/"
XMP = "http://ns.adobe.com/xap/1.0/"

_WRITTEN = {
    PDFAID: "part=integer amd=text conformance=text corr=text",
    DC: "contributor=*text coverage=text creator=+text date=+date description=langalt format=text identifier=text "
    "language=*text publisher=*text relation=*text rights=langalt source=text subject=*text title=langalt type=*text",
    XMP: "Advisory=*text BaseURL=text CreateDate=date CreatorTool=text Identifier=*text MetadataDate=date "
    "ModifyDate=date Nickname=text Thumbnails=?struct Label=text Rating=real",
    "http://ns.adobe.com/xap/1.0/rights/": "Certificate=text Marked=boolean Owner=*text UsageTerms=langalt "
    "WebStatement=text",
    "http://ns.adobe.com/xap/1.0/mm/": "DerivedFrom=struct DocumentID=text History=+struct InstanceID=text "
    "ManagedFrom=struct Manager=text ManageTo=text ManageUI=text ManagerVariant=text RenditionClass=text "
    "RenditionParams=text VersionID=text Versions=+struct LastURL=text RenditionOf=struct SaveID=integer",
    "http://ns.adobe.com/xap/1.0/bj/": "JobRef=*struct",
    "http://ns.adobe.com/xap/1.0/t/pg/": "MaxPageSize=struct NPages=integer Fonts=*struct Colorants=+struct "
    "PlateNames=+text",
    PDF: "Keywords=text PDFVersion=text Producer=text",
    "http://ns.adobe.com/photoshop/1.0/": "AuthorsPosition=text CaptionWriter=text Category=text City=text "
    "Country=text Credit=text DateCreated=date Headline=text Instructions=text Source=text State=text "
    "TransmissionReference=text Urgency=integer SupplementalCategories=*text",
    "http://ns.adobe.com/tiff/1.0/": "ImageWidth=integer ImageLength=integer BitsPerSample=+integer "
    "SamplesPerPixel=integer XResolution=rational YResolution=rational TransferFunction=+integer "
    "WhitePoint=+rational PrimaryChromaticities=+rational YCbCrCoefficients=+rational ReferenceBlackWhite=+rational "
    "DateTime=date ImageDescription=langalt Make=text Model=text Software=text Artist=text Copyright=langalt "
    "Compression=integer PhotometricInterpretation=integer Orientation=integer PlanarConfiguration=integer "
    "YCbCrPositioning=integer ResolutionUnit=integer YCbCrSubSampling=+integer",
    "http://ns.adobe.com/exif/1.0/": "CompressedBitsPerPixel=rational PixelXDimension=integer PixelYDimension=integer "
    "UserComment=langalt RelatedSoundFile=text DateTimeOriginal=date DateTimeDigitized=date ExposureTime=rational "
    "FNumber=rational SpectralSensitivity=text ISOSpeedRatings=+integer OECF=struct ShutterSpeedValue=rational "
    "ApertureValue=rational BrightnessValue=rational ExposureBiasValue=rational MaxApertureValue=rational "
    "SubjectDistance=rational Flash=struct FocalLength=rational SubjectArea=+integer FlashEnergy=rational "
    "FocalPlaneXResolution=rational FocalPlaneYResolution=rational SubjectLocation=+integer ExposureIndex=rational "
    "CFAPattern=struct DigitalZoomRatio=rational FocalLengthIn35mmFilm=integer DeviceSettingDescription=struct "
    "ImageUniqueID=text GPSVersionID=text GPSLatitude=text GPSLongitude=text GPSAltitude=rational GPSTimeStamp=date "
    "GPSSatellites=text GPSDOP=rational GPSSpeed=rational GPSTrack=rational GPSImgDirection=rational GPSMapDatum=text "
    "GPSDestLatitude=text GPSDestLongitude=text GPSDestBearing=rational GPSDestDistance=rational "
    "GPSProcessingMethod=text GPSAreaInformation=text ExposureProgram=integer MeteringMode=integer "
    "FocalPlaneResolutionUnit=integer SensingMethod=integer FileSource=integer SceneType=integer "
    "CustomRendered=integer ExposureMode=integer WhiteBalance=integer SceneCaptureType=integer GainControl=integer "
    "Contrast=integer Saturation=integer Sharpness=integer SubjectDistanceRange=integer GPSAltitudeRef=integer "
    "GPSStatus=text GPSSpeedRef=text GPSTrackRef=text GPSImgDirectionRef=text GPSDestBearingRef=text "
    "GPSDestDistanceRef=text GPSDifferential=integer ExifVersion=text FlashpixVersion=text GPSMeasureMode=text "
    "ColorSpace=integer LightSource=integer ComponentsConfiguration=+integer",
    "http://ns.adobe.com/exif/1.0/aux/": "Lens=text SerialNumber=text",
}
PROPERTIES: dict[str, dict[str, str]] = {
    namespace: dict(pair.split("=", 1) for pair in written.split()) for namespace, written in _WRITTEN.items()
}
