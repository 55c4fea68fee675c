"""Review a template before anyone uses it: ``whole`` finds, ``marking`` shows in Word, ``fixing`` mends.

``walking.refuse`` is the part of it that pouring asks for, before the first document of a kind.
"""
